import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyPlugin } from './copy-plugin.ts';

let base: string;
const source = (): string => join(base, 'source');
const target = (): string => join(base, 'target');

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'bourse-copy-'));
  for (const folder of ['dist', 'node_modules', 'src'])
    mkdirSync(join(source(), folder), { recursive: true });
  writeFileSync(join(source(), 'package.json'), '{ "name": "@acme/plugin-acme",  "version": "1.0.0" }\n');
  writeFileSync(join(source(), 'plugin.json'), '{\n  "id": "acme",\n  "type": "broker"\n}\n');
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

test('a copy has another name and id, and is otherwise what its sources are', () => {
  copyPlugin(source(), target());
  expect(readFileSync(join(target(), 'package.json'), 'utf8')).toBe(
    '{ "name": "bourse-plugin-copied-acme",  "version": "1.0.0" }\n',
  );
  expect(readFileSync(join(target(), 'plugin.json'), 'utf8')).toBe(
    '{\n  "id": "copied-acme",\n  "type": "broker"\n}\n',
  );
  expect(['src', 'dist', 'node_modules'].map((name) => existsSync(join(target(), name)))).toEqual([
    true,
    false,
    false,
  ]);
});

test('a name that cannot be told is no name', () => {
  writeFileSync(join(source(), 'plugin.json'), '{ "type": "broker" }\n');
  expect(() => copyPlugin(source(), target())).toThrow('does not say once what its id is');
});
