import { describe, expect, test } from '@jest/globals';
import { institutionsNamedIn, namesOf } from './institution-names.ts';

const names = namesOf({ id: 'acme', institution: 'Acme Securities' }, { name: '@bourse/plugin-acme' });

test('the names are the institution, the id and the package', () => {
  expect(names).toEqual(['Acme Securities', 'acme', '@bourse/plugin-acme']);
});

test('a manifest that is not an object has no names', () => {
  expect(namesOf(null, 'text')).toEqual([]);
});

describe('a text names an institution', () => {
  test.each([
    ['in a string', `const id = 'acme';`],
    ['in a comment, in another case', '// ACME books this twice'],
    ['in a part of a kebab-case name', `'acme-account-csv'`],
    ['next to an underscore', 'ACME_FORMATS'],
  ])('%s', (_, text) => {
    expect(institutionsNamedIn(`path\n${text}`, names)).toContainEqual({ name: 'acme', line: 1 });
  });

  test('but not within another word', () => {
    expect(institutionsNamedIn('the acmeist pacme', names)).toEqual([]);
  });
});
