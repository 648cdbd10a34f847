import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJson, readStrictJson } from './read-json.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readStrictJson(bytes(text));

describe('a JSON object', () => {
  test('is read with and without byte order mark', () => {
    expect(read('{"a":1}')).toMatchObject({ object: { a: 1 }, findings: [] });
    expect(read('\ufeff{"a":1}')).toMatchObject({ object: { a: 1 }, findings: [] });
  });

  test('may be anything that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (object) => {
        const text = JSON.stringify(object, null, 2);
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(text));
        expect(read(text)).toEqual({ object: JSON.parse(text), text, findings: [] });
      }),
    );
  });

  test.each([
    ['is no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'MANIFEST_UNREADABLE'],
    ['is UTF-16', new Uint8Array(Buffer.from('\ufeff{}', 'utf16le')), 'MANIFEST_UNREADABLE'],
    ['is empty', bytes(''), 'MANIFEST_UNREADABLE'],
    ['is an array', bytes('[]'), 'MANIFEST_INVALID'],
    ['is null', bytes('null'), 'MANIFEST_INVALID'],
    ['is a number', bytes('7'), 'MANIFEST_INVALID'],
    ['is nested deep', bytes(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`), 'MANIFEST_INVALID'],
  ])('is refused when it %s', (_, content, code) => {
    expect(readStrictJson(content)).toEqual({
      findings: [expect.objectContaining({ code, severity: 'error' })],
    });
  });

  test('that is broken is refused with line and column', () => {
    expect(read('{\n  "a": 1,\n  b\n}').findings).toMatchObject([
      { code: 'MANIFEST_UNREADABLE', place: { line: 3, column: 3 } },
    ]);
    expect(read('{\n  "a"').findings).toMatchObject([{ place: { line: 2, column: 6 } }]);
  });

  test('in which a key stands twice is refused with the place of the second', () => {
    expect(read('{\n "a": {"b": [{"c": 1, "d:": "\\"{", "c": 2}]}\n}').findings).toMatchObject([
      { code: 'MANIFEST_INVALID', place: { path: 'a.b[0].c', line: 2, column: 36 } },
    ]);
    expect(read(String.raw`{"a": 1, "\u0061": 2}`).findings).toMatchObject([{ place: { path: 'a' } }]);
  });

  test('may have the same key in two objects', () => {
    expect(read('{"a":{"x":1},"b":{"x":2},"c":[{"x":1},{"x":2}]}').findings).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('with a key "%s" is refused', (key) => {
    const { object, findings } = read(`{"a":[{"${key}":{"polluted":true}}]}`);
    expect(object).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'MANIFEST_INVALID', place: { path: `a[0].${key}` } }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('that another program reads too may repeat keys', () => {
    expect(readJson(bytes('{"a":1,"a":2}'))).toMatchObject({ object: { a: 2 }, findings: [] });
  });
});
