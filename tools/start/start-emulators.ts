import { describeRun, loadEmulator } from '@bourse/sdk/emulator';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emulatorFiles } from '../emulator/plugin-emulators.ts';
import { ROOT } from '../root.ts';

/** Emulators that run, and the file that says where. */
interface StartedEmulators extends AsyncDisposable {
  readonly file: string;
}

/** Starts the emulators of all plugins that have one, in this process, without TLS: making certificates takes seconds. */
export async function startEmulators(): Promise<StartedEmulators> {
  await using stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'bourse-emulators-'));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const start = async (source: string): Promise<ReturnType<typeof describeRun>> => {
    const emulator = await loadEmulator(source);
    return describeRun(stack.use(await emulator.start()));
  };
  const described = await Promise.all([...emulatorFiles(ROOT).values()].map(start));
  const file = join(folder, 'emulators.json');
  writeFileSync(file, JSON.stringify(described), { mode: 0o600 });
  const owned = stack.move();
  return { file, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
