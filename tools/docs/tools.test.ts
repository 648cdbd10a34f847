import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** What `tsc` writes. */
const BUILT = 'out-tsc';

test('tools/README.md says of every folder what it is', () => {
  const page = readFileSync(join(ROOT, 'tools', 'README.md'), 'utf8');
  const told = Array.from(page.matchAll(/^\| `([\w-]+)`/gm), ([, folder]) => folder);
  const files = globSync('*/**/*.{ts,mjs,json}', { cwd: join(ROOT, 'tools'), exclude: [`${BUILT}/**`] });
  const folders = new Set(files.map((file) => file.split(/[\\/]/)[0]));
  expect(told).toEqual([...folders].sort());
});
