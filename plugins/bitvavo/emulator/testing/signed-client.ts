import { createHmac } from 'node:crypto';
import type { emulator } from '../index.js';

export type Running = Awaited<ReturnType<typeof emulator.start>>;

/** A plugin under test may have another one in its place. */
const realFetch = globalThis.fetch;

/** Headers of a signed request, made here anew, so that client and emulator do not share a mistake. */
export function signedHeaders(
  { credentials, now }: Pick<Running, 'credentials' | 'now'>,
  path: string,
  changes: Record<string, string> = {},
): Record<string, string> {
  const timestamp = changes['bitvavo-access-timestamp'] ?? String(now());
  const hmac = createHmac('sha256', credentials.apiSecret ?? '');
  return {
    'bitvavo-access-key': credentials.apiKey ?? '',
    'bitvavo-access-timestamp': timestamp,
    'bitvavo-access-signature': hmac.update(`${timestamp}GET/v2${path}`).digest('hex'),
    ...changes,
  };
}

export function getSigned(
  running: Running,
  path: string,
  changes: Record<string, string> = {},
): Promise<Response> {
  return realFetch(`${running.baseUrl}/v2${path}`, { headers: signedHeaders(running, path, changes) });
}

/** The body of a signed request as a test looks into it. */
export async function readSigned<Body>(running: Running, path: string): Promise<Body> {
  const answer = await getSigned(running, path);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Body;
}
