import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, jest, test } from '@jest/globals';
import { API_VERSION } from '@bourse/core/interfaces';
import { z } from 'zod';
import { copyPlugin } from './fixtures/plugin-folder.js';
import { ABSENT_GLOBALS } from './build/absent-globals.js';
import { withCell } from './build/plugin-cell.js';

// Builds and processes take their time on a busy machine.
jest.setTimeout(60_000);

const TSC = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');

/** What the compiler says about a plugin whose sources are checked against the globals of a cell. */
function compile(source: string): string {
  using plugin = copyPlugin({ files: { 'src/use.ts': source } });
  const config = { extends: '@bourse/sdk/tsconfig.source.json', include: ['src/**/*.ts'] };
  writeFileSync(join(plugin.folder, 'tsconfig.json'), JSON.stringify(config));
  return spawnSync(process.execPath, [TSC, '--noEmit', '--project', plugin.folder], { encoding: 'utf8' })
    .stdout;
}

const DECLARED = Array.from(
  readFileSync(new URL('../globals.d.ts', import.meta.url), 'utf8').matchAll(
    /^declare (?:class|function|const) (\w+)/gm,
  ),
  ([, name = '']) => name,
);

/** What a plugin finds in the global scope of a real cell. */
function listInCell(): Promise<string[]> {
  const script = `module.exports.default = {
    type: 'broker',
    activate: () => ({ fee: { listFees: async () => Object.getOwnPropertyNames(globalThis) } }),
  };`;
  const plan = { script, plugin: { id: 'acme', version: '1.0.0' }, apiVersion: API_VERSION, settings: {} };
  return withCell(plan, async ({ call }) => z.array(z.string()).parse(await call('fee', 'listFees', {})));
}

test('the declared globals are those that a cell adds to the language', async () => {
  const present = new Set(await listInCell());
  const language = new Set(runInNewContext('Object.getOwnPropertyNames(globalThis)'));
  expect(DECLARED.filter((name) => !present.has(name))).toEqual([]);
  expect([...present].filter((name) => !language.has(name) && !DECLARED.includes(name))).toEqual([]);
});

test('no cell has what a build refuses', async () => {
  const present = await listInCell();
  expect(present.filter((name) => Object.hasOwn(ABSENT_GLOBALS, name))).toEqual([]);
});

describe('the sources of a plugin', () => {
  test('may use every global of a cell, and nothing of Node or a browser', () => {
    const present = DECLARED.map((name) => `void ${name};`).join('\n');
    const absent = [
      'process',
      'Buffer',
      'require',
      '__dirname',
      'setImmediate',
      'document',
      'window',
      'localStorage',
      'navigator',
    ];
    const refused = absent
      .map((name) => `// @ts-expect-error a cell has no ${name}\nvoid ${name};`)
      .join('\n');
    const used = [
      "const url: string = new URL('https://acme.example/a?b=1').searchParams.get('b') ?? '';",
      "const text: string = new TextDecoder('windows-1252').decode(new TextEncoder().encode(url), { stream: true });",
      'const timer: number = setTimeout((value: string) => console.log(value), 10, text);',
      'export const answer = fetch(url, { signal: AbortSignal.timeout(timer) }).then((response) => response.json());',
    ];
    expect(compile([present, refused, ...used].join('\n'))).toBe('');
  });
});
