// `npm run emulator -- <name> [--tls] [--port n]`: one institution's protocol on loopback, until Ctrl-C.
import { describeRun, keepBeating, loadEmulator } from '@bourse/sdk/emulator';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { ROOT } from '../root.ts';
import { emulatorFiles } from './plugin-emulators.ts';

const USAGE = 'npm run emulator -- <name> [--tls] [--port n]';

process.exitCode = await run(process.argv.slice(2));

async function run(words: string[]): Promise<number> {
  const files = emulatorFiles(ROOT);
  const { file, tls, port } = readWords(words, files);
  if (file === undefined) {
    process.stderr.write(`${USAGE}\nEmulators: ${[...files.keys()].join(', ')}\n`);
    return 2;
  }
  const emulator = await loadEmulator(file);
  await using running = await emulator.start({ tls, port });
  using _pulse = keepBeating(running);
  // Whoever reads the first line may end it at once.
  const ended = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  process.stdout.write(`${JSON.stringify(describeRun(running), null, 2)}\n`);
  process.stderr.write('Simulated data. Ctrl-C ends it.\n');
  await ended;
  return 0;
}

interface Wish {
  /** Absent where the words make no sense. */
  readonly file?: string | undefined;
  readonly tls: boolean;
  readonly port: number;
}

function readWords(args: string[], files: ReadonlyMap<string, string>): Wish {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: { tls: { type: 'boolean' }, port: { type: 'string' } },
  });
  const { tls = false, port: text = '0', ...unknown } = values;
  const port = Number(text);
  const sensible =
    positionals.length === 1 &&
    Object.keys(unknown).length === 0 &&
    Number.isInteger(port) &&
    port >= 0 &&
    port <= 65_535;
  const file = sensible ? files.get(positionals[0] ?? '') : undefined;
  return { file, tls: tls === true, port };
}
