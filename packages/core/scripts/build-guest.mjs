// Bundles the runtime inside a cell, with everything it needs, into the one file that a cell's process may load.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const target = join(root, 'dist', 'guest', 'guest.cjs');

const { outputFiles, metafile } = await build({
  metafile: true,
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
await put(target, Buffer.from(outputFiles[0].contents));
await put(join(dirname(target), 'LICENSES.txt'), Buffer.from(await licencesOf(Object.keys(metafile.inputs))));

/** The licences of what is in the bundle; they have to go with it. */
async function licencesOf(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  const texts = [...folders].sort().map(async (folder) => {
    const path = join(root, folder);
    const { name, version } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
    const files = (await readdir(path)).filter((file) => file.startsWith('LICENSE')).sort();
    const licences = await Promise.all(files.map((file) => readFile(join(path, file), 'utf8')));
    return [`${name} ${version}`, ...licences].join('\n\n');
  });
  return `The guest of a cell holds these packages.\n\n${(await Promise.all(texts)).join('\n\n')}`;
}

async function put(path, contents) {
  if (!(await sameBytes(path, contents))) await replace(path, contents);
}

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
