/** The most characters of a cell that a message quotes. */
const QUOTED_MAX = 60;

/** A cell of a file as messages show it: in quotes, and cut where it is long. */
export function quoteCell(cell: string): string {
  return cell.length > QUOTED_MAX ? `"${cell.slice(0, QUOTED_MAX)}…"` : `"${cell}"`;
}
