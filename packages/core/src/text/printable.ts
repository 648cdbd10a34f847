/** Control, format, surrogate, private and unassigned characters, line and paragraph separators, and what shows nothing. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const MARK = /\p{M}/u;
const PLAIN_ASCII = /^[\x20-\x7e]*$/;

/** Marks that may be stacked on one letter; more of them reach into other lines of a terminal. */
const STACKED_MARKS = 3;

const NAMED_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Makes text of a stranger fit for a terminal and for one line of it: what would move the cursor, change the
 * direction, break the line or show nothing at all is written as an escape such as `\u{202e}`. Text that is longer
 * than `maxLength` (UTF-16 units of the result) is cut and ends in `…`. Applying it again changes nothing.
 */
export function printable(text: string, maxLength = 500): string {
  if (text.length <= maxLength && PLAIN_ASCII.test(text)) return text;
  const pieces: string[] = [];
  let stacked = 0;
  // A character never becomes shorter, so what lies beyond the limit cannot be in the result.
  for (const character of text.slice(0, maxLength + 2)) {
    stacked = MARK.test(character) ? stacked + 1 : 0;
    pieces.push(UNSAFE.test(character) || stacked > STACKED_MARKS ? escaped(character) : character);
  }
  return cut(pieces, maxLength);
}

function escaped(character: string): string {
  return NAMED_ESCAPES[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

function cut(pieces: readonly string[], maxLength: number): string {
  const whole = pieces.join('');
  if (whole.length <= maxLength) return whole;
  let shown = '';
  for (const piece of pieces) {
    if (shown.length + piece.length >= maxLength) break;
    shown += piece;
  }
  return `${shown}…`;
}
