import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeRun } from '../emulator/describe-run.js';
import { keepBeating } from '../emulator/keep-beating.js';
import { loadEmulator } from '../emulator/load-emulator.js';
import type { CommandRequest } from './run-command.js';
import type { ExitCode, Terminal } from './terminal.js';

/** `bourse-plugin emulator`: the plugin's emulator on loopback, until the terminal ends it. */
export async function runEmulator(
  { path, port, tls }: CommandRequest,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = join(path, 'emulator', 'index.ts');
  if (!existsSync(file)) {
    terminal.complain(`There is no ${file}: the plugin has no emulator.\n`);
    return 1;
  }
  const emulator = await loadEmulator(file);
  await using running = await emulator.start({ port, tls });
  using _pulse = keepBeating(running);
  // Whoever reads the first line may end it at once.
  const ended = terminal.ended();
  terminal.write(`${JSON.stringify(describeRun(running), null, 2)}\n`);
  terminal.complain('Simulated data. Ctrl-C ends it.\n');
  await ended;
  return 0;
}
