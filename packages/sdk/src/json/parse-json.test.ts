import { isDecimal } from '@bourse/core/interfaces';
import { describe, expect, test } from '@jest/globals';
import { parseJson } from './parse-json.js';

describe('a number', () => {
  test.each([
    ['0.1', '0.1'],
    ['12.50', '12.50'],
    ['9007199254740993', '9007199254740993'],
    ['0.10000000000000000001', '0.10000000000000000001'],
    ['-343', '-343'],
    ['1.5e3', '1500'],
    ['25E-4', '0.0025'],
    ['-0.0', '0.0'],
  ])('%s is the decimal %s', (spelled, decimal) => {
    expect(parseJson(spelled)).toBe(decimal);
    expect(isDecimal(decimal)).toBe(true);
  });

  test.each(['1e400', '1'.repeat(41)])('that is no decimal stays as it was spelled: %s', (spelled) => {
    expect(parseJson(spelled)).toBe(spelled);
    expect(isDecimal(spelled)).toBe(false);
  });
});

test('everything else is what JSON.parse makes of it', () => {
  const text = '{"list": [true, null, "1e3", {"a b": ""}], "__proto__": "own"}';
  expect(parseJson(text)).toStrictEqual(JSON.parse(text));
});

test('numbers are exact however deep they stand', () => {
  expect(parseJson('{"a": [{"b": 1.10}]}')).toEqual({ a: [{ b: '1.10' }] });
});

test('what is no JSON is refused', () => {
  expect(() => parseJson('{"a": 1')).toThrow(SyntaxError);
});
