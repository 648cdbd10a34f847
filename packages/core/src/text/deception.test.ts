import { describe, expect, test } from '@jest/globals';
import { findDeception } from './deception.js';

describe('a name', () => {
  test.each([
    'Acme Securities',
    'Société Générale',
    'Банк Акме',
    '東京証券',
    'Acme Банк',
    'İş 2',
    'Acme & Co. (N.V.)',
  ])('"%s" is what it looks like', (name) => {
    expect(findDeception(name)).toBeUndefined();
  });

  test.each([
    ['a turned direction', 'emcA\u202e', 'INVISIBLE'],
    ['a space without width', 'Ac\u200bme', 'INVISIBLE'],
    ['a control character', 'Acme\u001b[1m', 'INVISIBLE'],
    ['a Cyrillic letter', 'Аcme', 'MIXED_SCRIPTS'],
    ['a Greek letter', 'Acmε', 'MIXED_SCRIPTS'],
    ['mathematical letters', '𝐀cme', 'STYLED_LETTERS'],
    ['letters of full width', 'Ａcme', 'STYLED_LETTERS'],
  ])('with %s deceives', (_, name, deception) => {
    expect(findDeception(name)).toBe(deception);
  });
});
