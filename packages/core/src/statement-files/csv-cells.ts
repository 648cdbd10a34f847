const DELIMITERS = [',', ';', '\t', '|'];

/** Lines of the head in which a header may stand; exports print account and period above it. */
const HEADER_LINES = 30;

/** The cells of the first lines, once for each delimiter that may be meant; quotes and spaces around a cell left out. */
export function listHeaderCells(text: string): readonly ReadonlySet<string>[] {
  const lines = text.split(/\r\n|\n|\r/, HEADER_LINES);
  return lines.flatMap((line) =>
    DELIMITERS.filter((delimiter) => line.includes(delimiter) || delimiter === ',').map(
      (delimiter) => new Set(splitCells(line, delimiter)),
    ),
  );
}

/** Splits one line. A quote that is not closed in the line ends with it. */
function splitCells(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === delimiter && !isQuoted) {
      cells.push(toCell(cell));
      cell = '';
    } else {
      cell += character;
    }
  }
  return [...cells, toCell(cell)];
}

function toCell(text: string): string {
  const trimmed = text.trim();
  const inner = trimmed.startsWith('"') ? trimmed.slice(1).replace(/"$/, '').replaceAll('""', '"') : trimmed;
  return inner.trim();
}
