import { ProblemError, readCsv, type CsvRow, type StatementPart, type StatementReader } from '@bourse/sdk';
import { AccountReading } from './account-reading.js';
import { findColumns, isHeader, type ColumnLayout } from './row/column-layout.js';
import { joinContinuations } from './row/logical-rows.js';

/** Reads the account statement: every booking of cash, and through their texts all trades and corporate actions. */
export const readAccountCsv: StatementReader = async function* (file): AsyncGenerator<StatementPart> {
  const rows = readCsv(file.content);
  const layout = await readLayout(rows);
  const reading = new AccountReading(layout);
  for await (const row of joinContinuations(rows, layout)) {
    reading.add(row);
    yield* reading.drain();
  }
  yield* reading.finish();
};

/** The rows among which the header is looked for, as the host does. */
const HEADER_ROWS = 30;

/** The layout that the first row tells; other programs put lines above the header, such as `sep=,`. */
async function readLayout(rows: AsyncGenerator<CsvRow>): Promise<ColumnLayout> {
  const first = await rows.next();
  if (first.done === true) throw fileEmpty();
  try {
    return findColumns(first.value.cells);
  } catch (error) {
    const header = isHeader(first.value.cells) ? undefined : await findHeader(rows);
    if (header === undefined) throw error;
    return findColumns(header.cells);
  }
}

async function findHeader(rows: AsyncGenerator<CsvRow>): Promise<CsvRow | undefined> {
  for (let count = 1; count < HEADER_ROWS; count += 1) {
    const row = await rows.next();
    if (row.done === true) return undefined;
    if (isHeader(row.value.cells)) return row.value;
  }
  return undefined;
}

function fileEmpty(): ProblemError {
  return new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message: 'The file is empty.',
    remedy: 'Export the account statement from DEGIRO as CSV again.',
  });
}
