import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { BootstrapError } from './bootstrap-error.mjs';
import { expectedNode, repositoryNode } from './repository-node.mjs';
import { say } from './say.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Brings the working copy up to date, then runs the script, in this process if it already has the right Node. */
export async function launch(script, args) {
  try {
    await bootstrap(root);
  } catch (error) {
    if (!(error instanceof BootstrapError)) throw error;
    say(error.message);
    // The test commands end with their count whatever happens.
    if (script.startsWith('tools/test/')) process.stdout.write('\n0 passed, 1 failed\n');
    process.exitCode = 1;
    return;
  }
  const file = join(root, script);
  if (process.versions.node === expectedNode(root)) {
    process.argv = [process.argv[0], file, ...args];
    await import(pathToFileURL(file).href);
  } else {
    runInChild(file, args);
  }
}

function runInChild(file, args) {
  const child = spawn(repositoryNode(root), [file, ...args], { stdio: 'inherit', env: environment() });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to both processes; the child decides what it means.
  process.on('SIGINT', () => {});
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? code : 128 + constants.signals[signal];
  });
}

/** `node` means the repository's Node for whatever the script starts, also when npm did not set PATH. */
function environment() {
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  };
}
