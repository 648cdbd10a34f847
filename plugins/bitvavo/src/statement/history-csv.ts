import { ProblemError, readCsv, StatementParts, type StatementReader } from '@bourse/sdk';
import { rowsFromHeader } from './find-header.js';
import { HistoryReading } from './history-reading.js';

/**
 * Reads the transaction history row by row. Only canceled withdrawals and the rows that give them back wait for the
 * end of the file.
 */
export const readHistoryCsv: StatementReader = async function* (file) {
  const parts = new StatementParts();
  let reading: HistoryReading | undefined;
  let rowsTotal = 0;
  for await (const row of rowsFromHeader(readCsv(file.content))) {
    if (reading === undefined) {
      reading = new HistoryReading(row.cells, parts);
    } else {
      rowsTotal = row.ordinal;
      reading.read(row);
      yield* parts.drain();
    }
  }
  if (reading === undefined) {
    throw new ProblemError({
      code: 'UNSUPPORTED_FORMAT',
      message: 'The file is empty.',
      remedy: 'Export the full transaction history as CSV again.',
    });
  }
  reading.end();
  yield* parts.finish({ rowsTotal });
};
