import { ProblemError, readCsv, type StatementPart, type StatementReader } from '@bourse/sdk';
import { AccountReading } from './account-reading.js';
import { findColumns } from './row/column-layout.js';
import { joinContinuations } from './row/logical-rows.js';

/** Reads the account statement: every booking of cash, and through their texts all trades and corporate actions. */
export const readAccountCsv: StatementReader = async function* (file): AsyncGenerator<StatementPart> {
  const rows = readCsv(file.content);
  const header = await rows.next();
  if (header.done === true) throw fileEmpty();
  const layout = findColumns(header.value.cells);
  const reading = new AccountReading(layout);
  for await (const row of joinContinuations(rows, layout)) {
    reading.add(row);
    yield* reading.drain();
  }
  yield* reading.finish();
};

function fileEmpty(): ProblemError {
  return new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message: 'The file is empty.',
    remedy: 'Export the account statement from DEGIRO as CSV again.',
  });
}
