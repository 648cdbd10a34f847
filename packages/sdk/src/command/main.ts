import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { runCommand } from './run-command.js';

process.exitCode = await runCommand(process.argv.slice(2), {
  folder: process.cwd(),
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  requests: () => createInterface({ input: process.stdin }),
  ended: () => Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal))),
});
