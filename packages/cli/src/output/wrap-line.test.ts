import { describe, expect, test } from '@jest/globals';
import { wrapLine } from './wrap-line.js';

describe('a line', () => {
  test('that fits, or may be of any length, stays as it is', () => {
    expect(wrapLine('twelve chars', 12)).toEqual(['twelve chars']);
    expect(wrapLine('twelve chars', undefined)).toEqual(['twelve chars']);
  });

  test('that is too wide is broken between words, the rest indented', () => {
    expect(wrapLine('  → Compare the row with the original.', 20)).toEqual([
      '  → Compare the row',
      '    with the',
      '    original.',
    ]);
  });

  test('keeps a word whole that is wider than the terminal', () => {
    expect(wrapLine('a sha256:0123456789abcdef b', 10)).toEqual(['a', '  sha256:0123456789abcdef', '  b']);
  });

  test('is measured without its colours', () => {
    expect(wrapLine('\u001b[31mred\u001b[39m and blue', 12)).toEqual(['\u001b[31mred\u001b[39m and blue']);
  });
});
