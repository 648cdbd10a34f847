import type { Statement } from '../interfaces/index.js';
import { RECORD_LISTS } from './record-lists.js';
import type { CanonicalPart, StatementEnd } from './statement-assembler.js';

/** The lists that the parts of a statement share with the statement. */
const LISTS = [
  ...Object.values(RECORD_LISTS),
  'accounts',
  'fxRates',
  'unclassified',
  'ignored',
  'problems',
] as const;

/**
 * Joins canonical parts into a whole statement in memory.
 *
 * @param end Asked once the last part has been taken.
 * @param onProgress Told after each part how many records there are.
 */
export async function collectStatement(
  format: string,
  parts: AsyncIterable<CanonicalPart>,
  end: () => StatementEnd,
  onProgress: (records: number) => void = () => undefined,
): Promise<Statement> {
  const statement = emptyStatement(format);
  const records = new Map<string, { id: string }>();
  for await (const part of parts) {
    appendLists(statement, part);
    for (const list of Object.values(RECORD_LISTS))
      for (const record of part[list]) records.set(record.id, record);
    for (const { from, to } of part.rekeyed) rename(records, from, to);
    onProgress(records.size);
  }
  const { problems, ...known } = end();
  statement.problems.push(...problems);
  return { ...statement, ...known };
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

function appendLists(statement: Statement, part: CanonicalPart): void {
  for (const name of LISTS) {
    const target: unknown[] = statement[name];
    for (const item of part[name]) target.push(item);
  }
}

function rename(records: Map<string, { id: string }>, from: string, to: string): void {
  const record = records.get(from);
  if (record === undefined) return;
  record.id = to;
  records.delete(from);
  records.set(to, record);
}
