import type { Account, DraftSource, ProblemDraft, StatementPart, StatementParts } from '@bourse/sdk';
import type { FlexRow, RowFinding } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import type { Booking } from './booking.js';

/** So many rows at most are ignored or kept together. */
const GROUP_ROWS = 5_000;

/** What waits until it is asked for. */
interface LaterBookings {
  readonly bookings: Iterable<Booking>;
  readonly statement: number;
}

/** Where the sections of a file put what they read. Every row ends up here once. */
export class FlexOutput {
  readonly #parts: StatementParts;
  /** Identifiers that were reported; one that fails in each of a thousand rows is one problem. */
  readonly #reported = new Set<string>();
  #statement = 0;
  #later: LaterBookings[] = [];

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

  /** What comes behind something that waits, waits as well, so that records keep their order. */
  book(booking: Booking): void {
    if (this.#later.length > 0) this.bookLater([booking]);
    else this.#bookOf(this.#statement, booking);
  }

  /** Takes what is made only when {@link handOut} books it, so that what has been booked can be handed on in between. */
  bookLater(bookings: Iterable<Booking>): void {
    this.#later.push({ bookings, statement: this.#statement });
  }

  /** Hands on what is booked, also of what was to be booked later. */
  *handOut(): Generator<StatementPart> {
    yield* this.#parts.drain();
    const later = this.#later;
    this.#later = [];
    for (const { bookings, statement } of later)
      for (const booking of bookings) {
        this.#bookOf(statement, booking);
        yield* this.#parts.drain();
      }
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

  #bookOf(statement: number, booking: Booking): void {
    this.#parts.add('transactions', ...place(statement, booking.transactions));
    this.#parts.add('cashMovements', ...place(statement, booking.cashMovements));
    this.#parts.add('transfers', ...place(statement, booking.transfers));
    this.#parts.add('dividends', ...place(statement, booking.dividends));
    this.#parts.add('fees', ...place(statement, booking.fees));
    this.#parts.add('corporateActions', ...place(statement, booking.corporateActions));
    this.#parts.add('positions', ...place(statement, booking.positions));
    this.#parts.add('fxRates', ...(booking.fxRates ?? []));
  }

  #report(row: FlexRow, { column, ...finding }: RowFinding): void {
    if (finding.code === 'IDENTIFIER_INVALID') {
      if (this.#reported.has(finding.message)) return;
      this.#reported.add(finding.message);
    }
    this.#parts.problem({ ...finding, place: placeOf(row, column) });
  }
}

/** Names the statement of records of all but the first one. */
function place<Draft extends { source: DraftSource }>(
  number: number,
  drafts: readonly Draft[] = [],
): readonly Draft[] {
  if (number <= 1) return drafts;
  const statement = String(number);
  return drafts.map((draft) => ({ ...draft, source: { ...draft.source, statement } }));
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
