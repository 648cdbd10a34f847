import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { copyPlugin, type CopyOptions } from '../fixtures/plugin-folder.js';
import { BuildError } from './build-error.js';
import { buildPlugin } from './build-plugin.js';

// Builds and processes take their time on a busy machine.
jest.setTimeout(60_000);

const exporting = (text: string): CopyOptions => ({
  files: {
    'src/plugin.ts': `${text}\nexport const plugin = { type: 'broker', activate: () => ({ value }) };\n`,
  },
});

/** What a build finds, each with its place; undefined where it finds nothing. */
async function findingsOf(options: CopyOptions) {
  using plugin = copyPlugin(options);
  try {
    await buildPlugin(plugin.folder);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return error.findings.map(({ message, place }) => [message, place]);
  }
  return undefined;
}

test('names of Node and of browsers are refused wherever the plugin itself uses them', async () => {
  const findings = await findingsOf(
    exporting("const value = () => [process.platform,\n  typeof Buffer, new Intl.NumberFormat('nl')];"),
  );
  expect(findings).toEqual([
    ['A cell has no "process".', { file: 'src/plugin.ts', line: 1, column: 22 }],
    ['A cell has no "Buffer".', { file: 'src/plugin.ts', line: 2, column: 10 }],
    ['A cell has no "Intl".', { file: 'src/plugin.ts', line: 2, column: 22 }],
  ]);
});

test('a source may declare such a name itself, and have members and types of that name', async () => {
  const text =
    'interface Buffer { readonly process: string }\n' +
    'const value = (document: Buffer, process = document.process) => ({ process, Intl: document });';
  expect(await findingsOf(exporting(text))).toBeUndefined();
});

test('a package may ask for one, since it runs anywhere', async () => {
  using plugin = copyPlugin({ ...exporting("import { value } from 'anywhere';"), standalone: true });
  const home = join(plugin.folder, 'node_modules', 'anywhere');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"name": "anywhere", "main": "index.js"}');
  writeFileSync(
    join(home, 'index.js'),
    "export const value = typeof Buffer === 'function' ? Buffer.from('') : 0;",
  );
  await buildPlugin(plugin.folder);
  expect(existsSync(join(plugin.folder, 'dist', 'plugin.js'))).toBe(true);
});
