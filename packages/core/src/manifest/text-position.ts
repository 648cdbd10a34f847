/** A place in a text as an editor shows it: the first line and the first column are 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The line and the column of an offset in UTF-16 units. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
