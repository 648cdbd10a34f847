import type { CsvRow } from '@bourse/sdk';
import { isHeader } from './columns.js';

/** The rows among which the header is looked for, as the host does. */
const HEADER_ROWS = 30;

/**
 * The rows from the header on, counted from it; other programs put lines above it, such as `sep=,`. Where none of the first
 * rows is a header, all rows come as they are.
 */
export async function* rowsFromHeader(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow> {
  const above: CsvRow[] = [];
  let start: number | undefined;
  for await (const row of rows) {
    if (start === undefined) {
      const isFound = isHeader(row.cells);
      if (!isFound && above.push(row) < HEADER_ROWS) continue;
      start = isFound ? above.length : 0;
      if (!isFound) yield* above.slice(0, -1);
    }
    yield start === 0 ? row : { ...row, ordinal: row.ordinal - start };
  }
  if (start === undefined) yield* above;
}
