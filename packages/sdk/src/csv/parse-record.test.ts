import { describe, expect, test } from '@jest/globals';
import { parseRecord } from './parse-record.js';

const parse = (text: string, isWhole: boolean) => parseRecord({ text, start: 0, delimiter: ',', isWhole });

describe('a record at the end of a text that may go on', () => {
  test.each(['a,b', 'a,b\r', '"a', '"a"', '"a""', '"a\n'])('%j needs more text', (text) => {
    expect(parse(text, false)).toBeUndefined();
    expect(parse(text, true)).toBeDefined();
  });

  test('is told as soon as its line end is there', () => {
    expect(parse('a,b\n', false)).toEqual({ cells: ['a', 'b'], next: 4, lines: 1 });
    expect(parse('"a",b\r\nc', false)).toEqual({ cells: ['a', 'b'], next: 7, lines: 1 });
  });
});
