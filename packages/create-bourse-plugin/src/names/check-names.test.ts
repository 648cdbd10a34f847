import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { checkNames } from './check-names.js';
import { toPluginNames } from './plugin-names.js';

const NONE = new Set<string>();

function refusalOf(name: string, taken: ReadonlySet<string> = NONE): Refusal | undefined {
  try {
    checkNames(toPluginNames(name), taken);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

test.each([
  ['acme', 'acme', 'bourse-plugin-acme'],
  ['acme-bank2', 'acme-bank2', 'bourse-plugin-acme-bank2'],
  ['plugin-acme', 'acme', 'plugin-acme'],
  ['bourse-plugin-acme', 'acme', 'bourse-plugin-acme'],
  ['@acme/plugin-broker', 'broker', '@acme/plugin-broker'],
])('%s is the plugin %s in the package %s', (word, id, packageName) => {
  expect(toPluginNames(word)).toEqual({ id, packageName });
  expect(refusalOf(word)).toBeUndefined();
});

describe('a name is refused', () => {
  test.each([
    ['', 'it is empty'],
    ['a', 'one character'],
    ['a'.repeat(65), '65 characters, and 64 are the most'],
    ['Acme', 'capital letters'],
    ['my bank', 'a space'],
    ['my\nbank', 'U+000A'],
    ['my\u001B[31mbank', 'U+001B'],
    ['.acme', 'begins with a dot'],
    ['..', 'another folder'],
    ['../acme', 'another folder'],
    ['acme/../../etc', 'another folder'],
    ['..\\acme', 'another folder'],
    ['/etc', 'another folder'],
    ['C:\\acme', 'another folder'],
    ['@acme/../plugin-x', 'another folder'],
    ['аcme', 'U+0430'],
    ['acmе', 'U+0435'],
    ['ａcme', 'U+FF41'],
    ['acme\u200B', 'U+200B'],
    ['acme\u202Eemca', 'U+202E'],
    ['1acme', 'begin with a letter'],
    ['-acme', 'begin with a letter'],
    ['--yes', 'begin with a letter'],
    ['acme-', 'something other'],
    ['acme--bank', 'something other'],
    ['acme_bank', 'something other'],
    ['acme.bank', 'something other'],
    ['$(touch-x)', 'begin with a letter'],
    ['acme;ls', 'something other'],
    ['__proto__', 'begin with a letter'],
  ])('%j, since %s', (name, reason) => {
    expect(refusalOf(name)).toMatchObject({ code: 'NAME_INVALID', message: expect.stringContaining(reason) });
  });

  test.each([
    'con',
    'nul',
    'com1',
    'lpt9',
    'node-modules',
    'bourse',
    'core',
    'sdk',
    'plugin',
    'plugin-plugin-x',
  ])('%s, since it is reserved', (name) => {
    expect(refusalOf(name)).toMatchObject({ code: 'NAME_RESERVED', remedy: 'Take another name.' });
  });

  test('that npm takes for no package', () => {
    expect(refusalOf('@Acme/plugin-broker')).toMatchObject({
      code: 'NAME_INVALID',
      message: 'npm takes no package "@Acme/plugin-broker": name can no longer contain capital letters.',
    });
    expect(refusalOf(`@${'a'.repeat(220)}/plugin-broker`)).toMatchObject({ code: 'NAME_INVALID' });
    expect(refusalOf('@/plugin-broker')).toMatchObject({ code: 'NAME_INVALID' });
  });

  test('that a plugin beside it has', () => {
    expect(refusalOf('acme', new Set(['acme']))).toMatchObject({
      code: 'NAME_TAKEN',
      message: 'There is a plugin "acme" beside it already.',
    });
  });
});

test('what a message shows of a name does nothing to a terminal', () => {
  expect(refusalOf('my\u001B[31m\u202Ebank')?.message).toMatch(/^[\x20-\x7e]+$/);
});
