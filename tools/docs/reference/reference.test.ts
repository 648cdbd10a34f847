import { describe, expect, test } from '@jest/globals';
import type { DocumentedExport } from './documented-export.ts';
import { findUndocumented, findVagueDeprecations } from './find-gaps.ts';
import { exportsOn, readReference } from './reference.ts';
import { REFERENCE_PAGES } from './reference-pages.ts';

const everything = [...readReference().values()].flat();

test('every export that authors of plugins use has a docstring', () => {
  expect(everything.length).toBeGreaterThan(200);
  expect(findUndocumented(everything)).toEqual([]);
});

test('every deprecation says since when, until when, and what to use instead', () => {
  expect(findVagueDeprecations(everything)).toEqual([]);
});

test('every export has its page', () => {
  const shown = new Set(
    REFERENCE_PAGES.flatMap((page) => exportsOn(page).map(({ file, name }) => `${file} ${name}`)),
  );
  expect(everything.map(({ file, name }) => `${file} ${name}`).filter((name) => !shown.has(name))).toEqual(
    [],
  );
});

const documented = (changed: Partial<DocumentedExport>): DocumentedExport => ({
  name: 'readAcme',
  file: 'sdk/acme.ts',
  text: 'Reads Acme.',
  notes: [],
  members: [],
  ...changed,
});
const member = { name: 'lines', isOptional: false, form: 'number', text: '' };

describe('what is found', () => {
  test('an export without a docstring', () => {
    expect(findUndocumented([documented({ text: '' }), documented({})])).toEqual([
      'sdk/acme.ts: readAcme has no docstring',
    ]);
  });

  test.each([
    '',
    'use readBeta',
    'since 1.1: use readBeta',
    'since 1.1, until 2.0:',
    'since 1, until 2.0: use readBeta',
  ])('a deprecation that says no more than "%s"', (deprecated) => {
    expect(findVagueDeprecations([documented({ deprecated })])).toHaveLength(1);
    expect(findVagueDeprecations([documented({ members: [{ ...member, deprecated }] })])).toHaveLength(1);
  });

  test('a deprecation that says all of it is fine', () => {
    const deprecated = 'since 1.1, until 2.0: use readBeta';
    expect(findVagueDeprecations([documented({ deprecated, members: [{ ...member, deprecated }] })])).toEqual(
      [],
    );
  });
});

describe('the members of a record', () => {
  const transaction = everything.find(({ name }) => name === 'Transaction');

  test('have the words and the form of the schema', () => {
    expect(transaction?.members.find(({ name }) => name === 'price')).toEqual({
      name: 'price',
      isOptional: true,
      form: 'Decimal',
      text: 'In `currency`, with the digits that the source prints.',
    });
  });

  test('stand in the order of the source', () => {
    const names = transaction?.members.map(({ name }) => name) ?? [];
    expect(names.slice(0, 3)).toEqual(['accountId', 'orderId', 'executionId']);
  });
});
