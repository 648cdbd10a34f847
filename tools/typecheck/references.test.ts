import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

// Nx could keep these in step (`nx sync`), but it insists on every plugin's tsconfig.json as well, and a plugin has no
// references, so that it can be copied out.
const packages = globSync('packages/*', { cwd: ROOT }).map((path) => path.slice('packages/'.length));

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

const pathsOf = (config: { references?: { path: string }[] }) =>
  (config.references ?? []).map(({ path }) => path).sort();

test.each(packages)("%s: TypeScript's references are the packages that it depends on", (name) => {
  const dependencies = Object.keys(read(`packages/${name}/package.json`).dependencies ?? {});
  const ours = dependencies.filter((dependency) => dependency.startsWith('@bourse/'));
  const expected = ours.map((dependency) => `../${dependency.slice('@bourse/'.length)}/tsconfig.lib.json`);
  expect(pathsOf(read(`packages/${name}/tsconfig.lib.json`))).toEqual(expected.sort());
});

test('the root knows every package and the tools', () => {
  const expected = [...packages.map((name) => `./packages/${name}`), './tools'];
  expect(pathsOf(read('tsconfig.json'))).toEqual(expected.sort());
});
