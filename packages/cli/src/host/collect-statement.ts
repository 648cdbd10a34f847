import { RECORD_LISTS, type Reading } from '@bourse/core';
import type { Statement } from '@bourse/core/interfaces';

/** The lists of records, whose ids may change while a file is read. */
const RECORDS = Object.values(RECORD_LISTS);
const LISTS = [...RECORDS, 'accounts', 'fxRates', 'unclassified', 'ignored', 'problems'] as const;

/** Takes all parts of a reading into memory. @param onRows Told how many records have been read so far. */
export async function collectStatement(
  reading: Reading,
  onRecords: (count: number) => void,
): Promise<Statement> {
  const statement = emptyStatement(reading.origin.format);
  const byId = new Map<string, { id: string }>();
  for await (const part of reading.parts()) {
    for (const name of LISTS) {
      const target: unknown[] = statement[name];
      for (const item of part[name]) target.push(item);
    }
    for (const name of RECORDS) for (const record of part[name]) byId.set(record.id, record);
    for (const { from, to } of part.rekeyed) {
      const record = byId.get(from);
      if (record !== undefined) record.id = to;
    }
    onRecords(byId.size);
  }
  const { problems, ...end } = reading.end();
  statement.problems.push(...problems);
  return { ...statement, ...end };
}

function emptyStatement(format: string): Statement {
  return {
    format,
    accounts: [],
    rowsTotal: 0,
    transactions: [],
    cashMovements: [],
    transfers: [],
    dividends: [],
    fees: [],
    corporateActions: [],
    positions: [],
    fxRates: [],
    unclassified: [],
    ignored: [],
    problems: [],
  };
}
