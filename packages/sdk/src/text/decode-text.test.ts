import { describe, expect, test } from '@jest/globals';
import { inChunks } from '../fixtures/chunks.js';
import { decodeText } from './decode-text.js';

async function decode(bytes: readonly number[] | Uint8Array, size?: number): Promise<string> {
  const pieces = await Array.fromAsync(decodeText(inChunks(Uint8Array.from(bytes), size)));
  return pieces.join('');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean): number[] =>
  Array.from(text, (character) => character.charCodeAt(0)).flatMap((unit) =>
    isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
  );

describe.each([1, 2, 3, 5, 1000])('decodeText with chunks of %i bytes', (size) => {
  test('reads UTF-8 across the borders of chunks', async () => {
    expect(await decode(utf8('a € 😀 ü z'), size)).toBe('a € 😀 ü z');
  });

  test('leaves out the byte order mark of UTF-8', async () => {
    expect(await decode([0xef, 0xbb, 0xbf, ...utf8('é,b')], size)).toBe('é,b');
  });

  test('reads UTF-16 with a byte order mark', async () => {
    expect(await decode([0xff, 0xfe, ...utf16('Größe €', true)], size)).toBe('Größe €');
    expect(await decode([0xfe, 0xff, ...utf16('Größe €', false)], size)).toBe('Größe €');
  });

  test('takes a file whose first special character is no UTF-8 for windows-1252', async () => {
    expect(await decode([...utf8('ascii first, then '), 0xe9, 0x2c, 0x80, 0xfc], size)).toBe(
      'ascii first, then é,€ü',
    );
  });

  test('marks bytes that are no UTF-8 in a UTF-8 file', async () => {
    expect(await decode([...utf8('é '), 0xe9, 0x2c, ...utf8('ü')], size)).toBe('é \ufffd,ü');
  });

  test('reads a special character at the very end', async () => {
    expect(await decode(utf8('x€'), size)).toBe('x€');
    expect(await decode([0x78, 0xe2, 0x82], size)).toBe('xâ‚');
  });

  test('refuses binary content', async () => {
    await expect(decode([0x50, 0x4b, 3, 4, 0, 0], size)).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
    });
  });
});

test('an empty file gives no text', async () => {
  expect(await decode([])).toBe('');
  expect(await decode([0xef, 0xbb, 0xbf])).toBe('');
});

test('files of one or two bytes are read', async () => {
  expect(await decode([0x61])).toBe('a');
  expect(await decode([0x61, 0xe9])).toBe('aé');
});
