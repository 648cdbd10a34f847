import { describe, expect, test } from '@jest/globals';
import { jsonChunks } from './json-chunks.js';

const textOf = (value: unknown): string => [...jsonChunks(value)].join('');

describe('JSON in pieces', () => {
  test('means what it is made from', () => {
    const value = { a: [{ b: 1, c: [1, { d: null }] }, []], e: {}, f: 'x', g: undefined };
    expect(JSON.parse(textOf(value))).toEqual({ a: [{ b: 1, c: [1, { d: null }] }, []], e: {}, f: 'x' });
  });

  test('writes each record of a list of statements in a piece of its own', () => {
    const chunks = [...jsonChunks([{ transactions: [{ id: 'a', charges: [] }, { id: 'b' }] }])];
    expect(chunks).toContain('{"id":"a","charges":[]}');
    expect(chunks).toContain('{"id":"b"}');
  });

  test.each([
    ['a right-to-left override', '\u202e'],
    ['a control sequence introducer of one character', '\u009b'],
    ['delete', '\u007f'],
    ['a line separator', '\u2028'],
    ['a tag outside the basic plane', '\u{e0041}'],
  ])('escapes %s, in names too', (_, character) => {
    const text = textOf({ [character]: [[[character]]] });
    expect(text).not.toContain(character);
    expect(JSON.parse(text)).toEqual({ [character]: [[[character]]] });
  });

  test('of nothing is null', () => {
    expect(textOf(undefined)).toBe('null');
  });
});
