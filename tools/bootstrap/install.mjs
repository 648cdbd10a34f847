import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { workspaceFolders } from './plugin-folders.mjs';
import { checkRepositoryNode } from './repository-node.mjs';
import { runCommand } from './run-command.mjs';
import { say } from './say.mjs';
import { readStamp, writeJson } from './stamp.mjs';

const stampFile = (root) => join(root, 'node_modules', '.bourse-install.json');

/**
 * Is what the lock file names installed, for this platform?
 * @returns {{ fresh: boolean, key: string, missing: string[] }} `missing`: dependencies that only plugin folders unknown to the lock file name
 */
export function installationOf(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const key = `${createHash('sha256').update(lock).digest('hex')}-${process.platform}-${process.arch}`;
  const stamp = readStamp(stampFile(root));
  const missing = missingDependencies(root, stamp?.folders ?? foldersIn(lock));
  return { fresh: stamp?.key === key && missing.length === 0, key, missing };
}

export async function install(root, { key, missing }) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  if (missing.length > 0 || !installedByHand(root)) await runNpm(root, missing);
  checkRepositoryNode(root);
  writeJson(stampFile(root), { key, folders: foldersIn(lock) });
}

/** `npm ci` refuses workspaces that the lock file does not know, so a new plugin folder is installed beside it. */
async function runNpm(root, missing) {
  const newcomers = unknownFolders(root, foldersIn(readFileSync(join(root, 'package-lock.json'))));
  say(
    missing.length > 0
      ? `Installing ${missing.join(', ')}…`
      : 'Installing packages (the first time this takes a minute)…',
  );
  const command = newcomers.length > 0 ? ['install', '--no-save'] : ['ci'];
  const [file, ...first] = npm();
  const args = [...first, ...command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { ok, output } = await runCommand(file, args, { cwd: root });
  if (!ok) throw new BootstrapError(`${output}\nnpm ${command.join(' ')} failed; its words are above.`);
}

function npm() {
  const path = process.env.npm_execpath;
  return path !== undefined && basename(path) === 'npm-cli.js' ? [process.execPath, path] : ['npm'];
}

/** npm writes this file last; newer than the lock file it means that someone typed `npm ci` or `npm install`. */
function installedByHand(root) {
  const installed = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs > statSync(join(root, 'package-lock.json')).mtimeMs;
}

function foldersIn(lock) {
  return Object.keys(JSON.parse(lock.toString('utf8')).packages).filter((path) =>
    path.startsWith('plugins/'),
  );
}

function unknownFolders(root, known) {
  return workspaceFolders(root).filter((folder) => !known.includes(folder));
}

function missingDependencies(root, known) {
  const missing = new Set();
  for (const folder of unknownFolders(root, known)) {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
      const places = [join(root, folder, 'node_modules', name), join(root, 'node_modules', name)];
      if (!places.some((place) => existsSync(place))) missing.add(name);
    }
  }
  return [...missing].sort();
}
