import type { emulator } from '../index.js';

export type RunningAlpaca = Awaited<ReturnType<typeof emulator.start>>;

/** A plugin under test may have another one in its place. */
const realFetch = globalThis.fetch;

/** A request with the right keys, or those that a test gives. */
export async function getWithKeys(
  running: RunningAlpaca,
  url: string,
  keys: Readonly<Record<string, string>> = keyHeaders(running),
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const { origin, pathname, search } = new URL(url);
  const answer = await realFetch(`${running.origins[origin] ?? ''}${pathname}${search}`, { headers: keys });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

export function keyHeaders({ credentials }: RunningAlpaca): Record<string, string> {
  return {
    'APCA-API-KEY-ID': credentials.keyId ?? '',
    'APCA-API-SECRET-KEY': credentials.secretKey ?? '',
  };
}
