import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'acorn';
import { ROOT } from '../root.ts';

const OLD = join(import.meta.dirname, 'fixtures', 'node-18.cjs');

describe.each([
  ['bourse', 'packages/cli/bin/bourse.js', '26'],
  ['bourse-plugin', 'packages/sdk/bin/bourse-plugin.js', '26'],
  ['create-bourse-plugin', 'packages/create-bourse-plugin/bin/create-bourse-plugin.js', '20.19'],
])('the published command %s', (name, path, least) => {
  const file = join(ROOT, path);

  test('says one sentence on an old Node, and ends with 2', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', OLD, file], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `${name} needs Node ${least} or newer; this is Node 18.20.4.\n`,
    });
  });

  test('is written in old syntax but for import(), so that an old Node gets to the sentence', () => {
    const source = readFileSync(file, 'utf8').replace('import(', 'load(');
    expect(() => parse(source, { ecmaVersion: 5, allowHashBang: true })).not.toThrow();
  });

  test('may be executed', () => {
    expect(statSync(file).mode & 0o111).toBe(0o111);
  });
});

test('create-bourse-plugin in a clone that is not built says how to build it', () => {
  using folder = copyOf('packages/create-bourse-plugin', ['bin', 'package.json']);
  const file = join(folder.path, 'bin', 'create-bourse-plugin.js');
  const { status, stderr } = spawnSync(process.execPath, [file, '--help'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringContaining('"npm run bourse -- --version"'),
  });
});

/** Parts of a folder of the repository in a temporary folder. */
function copyOf(source: string, parts: readonly string[]): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'bourse-bin-'));
  for (const part of parts) cpSync(join(ROOT, source, part), join(path, part), { recursive: true });
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}
