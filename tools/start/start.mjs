// `npm start`: the main job in one go, on demo statements and emulators of institutions; `npm start -- <file…>`: on the files that were named.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { useRepository } from '../repository-environment.mjs';

const commandLine = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'dist', 'index.js');

useRepository(process.env);
const { run } = await import(pathToFileURL(commandLine).href);
const words = process.argv.slice(2);
process.exitCode = words.some((word) => !word.startsWith('-')) ? await showFiles() : await showDemo();

async function showDemo() {
  const { startEmulators } = await import('./start-emulators.ts');
  await using emulators = await startEmulators();
  return await run(['demo', '--emulators', emulators.file, ...words], process);
}

/** Takes the files into the user's own ledger and shows the portfolio; a file that is refused is told of in both. */
async function showFiles() {
  const imported = await run(['import', ...words], process);
  if (imported > 1) return imported;
  process.stdout.write('\n');
  return Math.max(imported, await run(['portfolio'], process));
}
