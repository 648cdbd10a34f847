/** One thing that is compared: its name, and how it is in the cassette and now. */
export interface Compared {
  readonly what: string;
  readonly then: string;
  readonly now: string;
}

/** Characters that are shown before and behind the first difference. */
const AROUND = 48;

/** The two texts one below the other, with a mark below the first character that differs; undefined where none does. */
export function showDifference(compared: readonly Compared[]): string | undefined {
  const different = compared.find(({ then, now }) => then !== now);
  if (different === undefined) return undefined;
  const { what, then, now } = different;
  const at = firstDifference(then, now);
  const start = Math.max(0, at - AROUND);
  const cut = (text: string): string =>
    `${start > 0 ? '…' : ''}${oneLine(text.slice(start, at + AROUND))}${text.length > at + AROUND ? '…' : ''}`;
  const indent = (start > 0 ? 1 : 0) + oneLine(then.slice(start, at)).length;
  return [
    `"${what}" differs:`,
    `  cassette: ${cut(then)}`,
    `  now:      ${cut(now)}`,
    `            ${' '.repeat(indent)}^`,
  ].join('\n');
}

function firstDifference(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) if (left[index] !== right[index]) return index;
  return length;
}

/** Each character in one column. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '·');
}
