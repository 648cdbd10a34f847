import stringWidth from 'string-width';

/** How far the rest of a wrapped line is indented below its beginning. */
const HANGING = 2;

/** Breaks a line that is wider than the terminal between words. @param width Columns; absent where lines may be of any length. */
export function wrapLine(line: string, width: number | undefined): string[] {
  if (width === undefined || stringWidth(line) <= width) return [line];
  const indent = ' '.repeat((/^ */.exec(line)?.[0].length ?? 0) + HANGING);
  const wrapped: string[] = [];
  let current = '';
  for (const piece of line.split(/(?<= )(?=[^ ])/)) {
    if (current.trim() !== '' && stringWidth((current + piece).trimEnd()) > width) {
      wrapped.push(current.trimEnd());
      current = indent;
    }
    current += piece;
  }
  return [...wrapped, current.trimEnd()];
}
