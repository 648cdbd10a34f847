import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { REGEXP_METHODS } from './regexp-methods.js';

/** Sources with captures, names, nothing to match, alternatives, both ends, looks around. */
const SOURCES = [
  'a',
  'b|',
  '(a)|(b)',
  '(?<first>a)(?<second>b)?',
  '',
  '(?:)',
  '^',
  '$',
  'x*',
  '[ab]+',
  '\\b',
  '(?=b)',
  '(?<=a)',
  '(?<!a)b',
  '.',
  '\\s+',
  '\\ud83d',
];

const expressions = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    flags: fc.subarray(['d', 'g', 'i', 'm', 's', 'y']).map((flags) => flags.join('')),
    unicode: fc.constantFrom('', 'u', 'v'),
    lastIndex: fc.nat(6),
  })
  .map(({ source, flags, unicode, lastIndex }) => () => {
    const expression = new RegExp(source, flags + unicode);
    expression.lastIndex = lastIndex;
    return expression;
  });

const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'x', ' ', '\n', '😀', '\ud83d'), maxLength: 10 });

/** Tests that the method gives what the language gives, and leaves the expression as the language leaves it. */
function equals<Result>(
  ours: (expression: RegExp, text: string) => Result,
  theirs: (expression: RegExp, text: string) => Result,
): void {
  fc.assert(
    fc.property(expressions, texts, (make, text) => {
      const [mine, native] = [make(), make()];
      expect(ours(mine, text)).toEqual(theirs(native, text));
      expect(mine.lastIndex).toBe(native.lastIndex);
    }),
    { numRuns: 2_000 },
  );
}

test.each(['', '-', '[$&]', "$1$<first>$$$'"])('texts are replaced by "%s" as ever', (by) => {
  equals(
    (expression, text) => REGEXP_METHODS[Symbol.replace].call(expression, text, by),
    (expression, text) => text.replace(expression, by),
  );
});

test('texts are replaced by what a function answers, which is told what it was', () => {
  const tell = (...values: unknown[]): string => `<${JSON.stringify(values)}>`;
  equals(
    (expression, text) => REGEXP_METHODS[Symbol.replace].call(expression, text, tell),
    (expression, text) => text.replace(expression, tell),
  );
});

test('a function that uses the same expression meanwhile changes nothing', () => {
  const replaceIn = (expression: RegExp, replace: (by: (found: string) => string) => string): string =>
    replace((found) => `${found}${expression.test('ab')}`);
  const [mine, native] = [/a|b/g, /a|b/g];
  expect(replaceIn(mine, (by) => REGEXP_METHODS[Symbol.replace].call(mine, 'abab', by))).toBe(
    replaceIn(native, (by) => 'abab'.replace(native, by)),
  );
});

test('matches are found as ever', () => {
  equals(
    (expression, text) => REGEXP_METHODS[Symbol.match].call(expression, text),
    (expression, text) => text.match(expression),
  );
});

test('texts are split as ever', () => {
  equals(
    (expression, text) => REGEXP_METHODS[Symbol.split].call(expression, text),
    (expression, text) => text.split(expression),
  );
});

test.each([0, 1, 2, -1])('texts are split into %d parts as ever', (limit) => {
  equals(
    (expression, text) => REGEXP_METHODS[Symbol.split].call(expression, text, limit),
    (expression, text) => text.split(expression, limit),
  );
});

test('an expression that does as it likes is asked as ever', () => {
  class Never extends RegExp {
    override exec(): null {
      return null;
    }
  }
  expect(REGEXP_METHODS[Symbol.replace].call(new Never('a', 'g'), 'aa', 'b')).toBe('aa');
  expect(REGEXP_METHODS[Symbol.match].call(new Never('a'), 'aa')).toBeNull();
  expect(REGEXP_METHODS[Symbol.split].call(new Never('a'), 'aa')).toEqual(['aa']);
});

test('an expression that lies about its source changes no other', () => {
  const sources = ['Q', 'b'];
  const liar = Object.defineProperty(/a/, 'source', { value: { toString: () => sources.shift() } });
  REGEXP_METHODS[Symbol.split].call(liar, 'x');
  expect(REGEXP_METHODS[Symbol.split].call(/Q/, 'aQbQc')).toEqual(['a', 'b', 'c']);
});
