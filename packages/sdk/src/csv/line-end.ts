/** Where a line stops and the next one begins. */
export interface LineEnd {
  readonly index: number;
  readonly next: number;
}

/** CRLF, LF and CR, also mixed. */
const LINE_END = /\r\n?|\n/g;

/**
 * The first line end from `start` on. Undefined where the text ends before it, or with a CR that may be half of a
 * line end; in a text that `isWhole` its end is a line end.
 */
export function findLineEnd(text: string, start: number, isWhole: boolean): LineEnd | undefined {
  LINE_END.lastIndex = start;
  const match = LINE_END.exec(text);
  if (match === null) return isWhole ? { index: text.length, next: text.length } : undefined;
  const next = match.index + match[0].length;
  if (next === text.length && match[0] === '\r' && !isWhole) return undefined;
  return { index: match.index, next };
}

/** How many line ends are in the text. */
export function countLineEnds(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}
