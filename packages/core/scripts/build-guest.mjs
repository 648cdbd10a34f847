// Bundles the runtime inside a cell, with everything it needs, into the one file that a cell's process may load.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const target = join(root, 'dist', 'guest', 'guest.cjs');

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cell/guest/main.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node26',
  minify: true,
  legalComments: 'none',
  // A module is strict by itself, a script is not, and the guest must be.
  banner: { js: '"use strict";' },
  conditions: ['@bourse/source'],
  tsconfigRaw: {},
});
const bytes = Buffer.from(outputFiles[0].contents);
if (!(await sameBytes(target, bytes))) await replace(target, bytes);

async function sameBytes(path, expected) {
  return readFile(path).then(
    (found) => found.equals(expected),
    () => false,
  );
}

// Whoever starts a cell meanwhile finds the old file or the new one, never half of one.
async function replace(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, contents);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
