import type { Account, DraftSource, ProblemDraft, StatementParts } from '@bourse/sdk';
import type { FlexRow, RowFinding } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import type { Booking } from './booking.js';

/** So many rows at most are ignored or kept together. */
const GROUP_ROWS = 5_000;

/** Where the sections of a file put what they read. Every row ends up here once. */
export class FlexOutput {
  readonly #parts: StatementParts;
  /** Identifiers that were reported; one that fails in each of a thousand rows is one problem. */
  readonly #reported = new Set<string>();
  #statement = 0;

  constructor(parts: StatementParts) {
    this.#parts = parts;
  }

  /** Runs what reads a row. One that cannot be read is reported and kept as unclassified. @returns whether it was read */
  attempt(row: FlexRow, read: () => void): boolean {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      this.refuse(row, error);
      return false;
    }
    for (const finding of row.findings) this.#report(row, finding);
    return true;
  }

  /** Takes note that a statement begins: the first of the file is 1. */
  beginStatement(number: number): void {
    this.#statement = number;
  }

  book(booking: Booking): void {
    this.#parts.add('transactions', ...this.#place(booking.transactions));
    this.#parts.add('cashMovements', ...this.#place(booking.cashMovements));
    this.#parts.add('transfers', ...this.#place(booking.transfers));
    this.#parts.add('dividends', ...this.#place(booking.dividends));
    this.#parts.add('fees', ...this.#place(booking.fees));
    this.#parts.add('corporateActions', ...this.#place(booking.corporateActions));
    this.#parts.add('positions', ...this.#place(booking.positions));
    this.#parts.add('fxRates', ...(booking.fxRates ?? []));
  }

  addAccount(account: Account): void {
    this.#parts.add('accounts', account);
  }

  ignore(reason: string, rows: readonly number[]): void {
    for (const some of inGroups(rows)) this.#parts.ignore(reason, some);
  }

  ignoreRows(reason: string, rows: readonly FlexRow[]): void {
    this.ignore(
      reason,
      rows.map(({ ordinal }) => ordinal),
    );
  }

  /** Reports a row that cannot be read, and keeps it. */
  refuse(row: FlexRow, { message, column, remedy }: RowFault): void {
    this.keep(row, message);
    this.#parts.problem({ code: 'ROW_MALFORMED', message, remedy, place: placeOf(row, column) });
  }

  /** Keeps a row that was not understood. */
  keep(row: FlexRow, reason: string): void {
    this.#parts.unclassified([row.ordinal], row.toText(), reason);
  }

  /** Keeps many rows of one kind without their text. */
  keepAll(rows: readonly number[], text: string, reason: string): void {
    for (const some of inGroups(rows)) this.#parts.unclassified(some, text, reason);
  }

  problem(problem: ProblemDraft): void {
    this.#parts.problem(problem);
  }

  /** Names the statement of records of all but the first one. */
  #place<Draft extends { source: DraftSource }>(drafts: readonly Draft[] = []): readonly Draft[] {
    if (this.#statement <= 1) return drafts;
    const statement = String(this.#statement);
    return drafts.map((draft) => ({ ...draft, source: { ...draft.source, statement } }));
  }

  #report(row: FlexRow, { column, ...finding }: RowFinding): void {
    if (finding.code === 'IDENTIFIER_INVALID') {
      if (this.#reported.has(finding.message)) return;
      this.#reported.add(finding.message);
    }
    this.#parts.problem({ ...finding, place: placeOf(row, column) });
  }
}

function* inGroups(rows: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < rows.length; start += GROUP_ROWS) yield rows.slice(start, start + GROUP_ROWS);
}

function placeOf(row: FlexRow, column: string | undefined): ProblemDraft['place'] {
  return {
    rows: [row.ordinal],
    lines: [row.line],
    ...(column === undefined ? {} : { column }),
    path: `FlexStatement/${row.section}/${row.name}`,
  };
}
