import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFolder } from './write-folder.js';

let base: string;
const FILES = new Map([
  ['a.txt', 'a'],
  ['deep/er/b.txt', 'b'],
]);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'bourse-create-'));
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

test('all files are written, and nothing beside the folder stays', () => {
  writeFolder(join(base, 'acme'), FILES);
  expect(readFileSync(join(base, 'acme', 'deep', 'er', 'b.txt'), 'utf8')).toBe('b');
  expect(readdirSync(base)).toEqual(['acme']);
});

test('an empty folder is filled', () => {
  mkdirSync(join(base, 'acme'));
  writeFolder(join(base, 'acme'), FILES);
  expect(readdirSync(join(base, 'acme')).sort()).toEqual(['a.txt', 'deep']);
});

test('a folder with something in it, and a file, stay as they are', () => {
  mkdirSync(join(base, 'acme'));
  writeFileSync(join(base, 'acme', 'mine.txt'), 'mine');
  writeFileSync(join(base, 'file'), 'mine');
  for (const name of ['acme', 'file'])
    expect(() => writeFolder(join(base, name), FILES)).toThrow(
      expect.objectContaining({ code: 'FOLDER_NOT_EMPTY' }),
    );
  expect(readdirSync(join(base, 'acme'))).toEqual(['mine.txt']);
  expect(readdirSync(base).sort()).toEqual(['acme', 'file']);
});

test('where one file cannot be written, none is', () => {
  const files = new Map([...FILES, ['a.txt/below-a-file', 'c']]);
  expect(() => writeFolder(join(base, 'acme'), files)).toThrow(
    expect.objectContaining({ code: 'FOLDER_NOT_WRITABLE' }),
  );
  expect(readdirSync(base)).toEqual([]);
});

test('the folder may be read by whom the others beside it may be read', () => {
  chmodSync(base, 0o755);
  writeFolder(join(base, 'acme'), FILES);
  mkdirSync(join(base, 'other'));
  const modeOf = (name: string) => statMode(join(base, name));
  expect(modeOf('acme')).toBe(modeOf('other'));
});

function statMode(path: string): number {
  return statSync(path).mode & 0o777;
}
