import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printable } from './printable.js';

const anyText = fc.string({ unit: 'binary', maxLength: 80 });
const loneSurrogates = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

describe('text of a stranger', () => {
  test.each([
    ['plain words', 'Acme Securities', 'Acme Securities'],
    ['words of other languages', 'Größe 東京 Ελλάδα', 'Größe 東京 Ελλάδα'],
    ['signs of currencies and a picture', '€ 12 👍', '€ 12 👍'],
  ])('keeps %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test.each([
    ['a sequence that clears the screen', '\u001b[2J', String.raw`\u{1b}[2J`],
    ['line ends and tabs', 'a\r\n\tb', String.raw`a\r\n\tb`],
    ['a backspace', 'a\u0008b', String.raw`a\u{8}b`],
    ['control characters of the second set', 'a\u009b31mb', String.raw`a\u{9b}31mb`],
    ['a turned direction', 'a\u202eb', String.raw`a\u{202e}b`],
    ['an isolate', 'a\u2066b', String.raw`a\u{2066}b`],
    ['a space without width', 'a\u200bb', String.raw`a\u{200b}b`],
    ['a byte order mark', '\ufeffa', String.raw`\u{feff}a`],
    ['a line separator', 'a\u2028b', String.raw`a\u{2028}b`],
    ['half a character', 'a\ud800b', String.raw`a\u{d800}b`],
    ['a tag character', 'a\u{e0041}b', String.raw`a\u{e0041}b`],
    ['a filler that shows nothing', 'a\u3164b', String.raw`a\u{3164}b`],
    ['a character of private use', 'a\ue000b', String.raw`a\u{e000}b`],
    ['a stack of marks', `a${'\u0301'.repeat(5)}`, `a\u0301\u0301\u0301${String.raw`\u{301}\u{301}`}`],
  ])('shows %s as what it is', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('is cut at the length asked for, never inside an escape or a character', () => {
    expect(printable('abcdef', 6)).toBe('abcdef');
    expect(printable('abcdefg', 6)).toBe('abcde…');
    expect(printable('abcd\u001b[2J', 8)).toBe('abcd…');
    expect(printable('abcd👍👍', 6)).toBe('abcd…');
  });

  test('never moves a cursor, breaks a line or turns a direction', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, loneSurrogates), fc.integer({ min: 1, max: 90 }), (text, limit) => {
        const shown = printable(text, limit);
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });

  test('that was made printable stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, loneSurrogates), fc.integer({ min: 1, max: 90 }), (text, limit) => {
        const shown = printable(text, limit);
        expect(printable(shown, limit)).toBe(shown);
      }),
    );
  });
});
