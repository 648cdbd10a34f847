import { expect, test } from '@jest/globals';
import { decodeHead } from './decode-head.js';

test('UTF-8 is read with and without byte order mark', () => {
  expect(decodeHead(new TextEncoder().encode('Währung'))).toBe('Währung');
  expect(decodeHead(new TextEncoder().encode('\ufeffWährung'))).toBe('Währung');
});

test('a character that is cut in two at the end is left out', () => {
  expect(decodeHead(new TextEncoder().encode('Währungä').subarray(0, -1))).toBe('Währung');
});

test('bytes that are no UTF-8 are read as Windows-1252', () => {
  expect(decodeHead(new Uint8Array(Buffer.from('Währung', 'latin1')))).toBe('Währung');
});
