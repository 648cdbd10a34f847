import type { Statement } from '../interfaces/index.js';
import type { Provenance } from '../records/record-stamper.js';
import { RECORD_LISTS, type RecordListName } from './record-lists.js';
import { StatementAssembler, type CanonicalPart } from './statement-assembler.js';

/** What is known of a file before it is read. */
export interface StatementOrigin {
  readonly provenance: Provenance;
  readonly format: string;
  /** The name of the file, for the places of problems. */
  readonly file?: string;
}

/** Reads a whole statement into memory. */
export async function assembleStatement(
  parts: AsyncIterable<unknown>,
  { provenance, format, file }: StatementOrigin,
): Promise<Statement> {
  const assembler = new StatementAssembler(file === undefined ? { provenance } : { provenance, file });
  const statement = emptyStatement(format);
  for await (const part of parts) {
    const canonical = assembler.add(part);
    appendLists(statement, canonical);
    for (const { kind, from, to } of canonical.rekeyed) rename(statement, RECORD_LISTS[kind], from, to);
  }
  const { problems, ...end } = assembler.finish();
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

/** The lists that the parts of a statement share with the statement. */
const LISTS = [
  ...Object.values(RECORD_LISTS),
  'accounts',
  'fxRates',
  'unclassified',
  'ignored',
  'problems',
] as const;

function appendLists(statement: Statement, part: CanonicalPart): void {
  for (const name of LISTS) {
    const target: unknown[] = statement[name];
    for (const item of part[name]) target.push(item);
  }
}

function rename(statement: Statement, list: RecordListName, from: string, to: string): void {
  const record = statement[list].find((candidate) => candidate.id === from);
  if (record !== undefined) record.id = to;
}
