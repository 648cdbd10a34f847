import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NO_INPUT = new Set(['node_modules', 'dist', 'out-tsc', 'coverage', 'fixtures', 'test']);

/** A hash over name, size and time of every file in the given files and folders that a build can depend on. */
export function signatureOf(root, paths) {
  const hash = createHash('sha1');
  for (const path of paths) addPath(hash, root, path);
  return hash.digest('hex');
}

function addPath(hash, root, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) {
      if (isInput(name)) addPath(hash, root, `${path}/${name}`);
    }
  } else {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
}

function isInput(name) {
  return !NO_INPUT.has(name) && !name.endsWith('.test.ts') && !name.endsWith('.md') && !name.startsWith('.');
}
