import { quoteCell, type CsvRow, type StatementParts } from '@bourse/sdk';
import type { Booking } from './booking.js';
import { readBookingTime, type BookingTime } from './booking-time.js';
import { CanceledWithdrawals } from './canceled-withdrawals.js';
import { findColumns, type ColumnLayout } from './columns.js';
import { toHistoryRow, type HistoryRow } from './history-row.js';
import { NumberMarks } from './number-marks.js';
import { RowError } from './row-error.js';
import { toProblem, type RowFinding } from './row-finding.js';
import { settlementOf } from './row-status.js';
import { toBooking } from './to-booking.js';
import { TRADE_SIDES } from './to-trade.js';

/** Reads the rows of one file into its parts. */
export class HistoryReading {
  readonly #header: readonly string[];
  readonly #layout: ColumnLayout;
  readonly #parts: StatementParts;
  readonly #marks = new NumberMarks();
  readonly #canceled = new CanceledWithdrawals();

  /** @throws ProblemError UNSUPPORTED_FORMAT where the header lacks a column. */
  constructor(header: readonly string[], parts: StatementParts) {
    this.#header = header;
    this.#layout = findColumns(header);
    this.#parts = parts;
  }

  /** Reads one row. One that cannot be read is reported and kept as unclassified. */
  read(row: CsvRow): void {
    try {
      this.#readHistoryRow(toHistoryRow(row, this.#header, this.#layout, this.#marks));
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      this.#refuse(row, error);
    }
  }

  /** Settles what had to wait for the last row. */
  end(): void {
    const { booked, ignored } = this.#canceled.settle();
    for (const { row, booking } of booked) this.#add(row, booking);
    if (ignored.length > 0)
      this.#parts.ignore(
        'canceled',
        ignored.map((row) => row.ordinal),
      );
  }

  #readHistoryRow(row: HistoryRow): void {
    const time = readBookingTime(row);
    const settlement = settlementOf(row.status);
    if (settlement === undefined) this.#keep(row, `the status ${quoteCell(row.status)} is unknown`);
    else if (settlement === 'OPEN') this.#leaveOpen(row);
    else if (settlement === 'VOID' && row.type !== 'withdrawal')
      this.#parts.ignore('canceled', [row.ordinal]);
    else this.#book(row, time, settlement);
  }

  #book(row: HistoryRow, time: BookingTime, settlement: 'BOOKED' | 'VOID'): void {
    const booking = toTimedBooking(row, time);
    if (booking === undefined)
      this.#keep(row, `a ${quoteCell(row.type)} of ${quoteCell(row.amount)} is unknown`);
    else if (settlement === 'VOID' || row.type === 'withdrawal_cancelled')
      this.#hold(row, booking, settlement);
    else this.#add(row, booking);
  }

  /** A canceled withdrawal and the row that gives it back can stand anywhere in the file. */
  #hold(row: HistoryRow, booking: Booking, settlement: 'BOOKED' | 'VOID'): void {
    if (this.#canceled.isFull) this.#keep(row, 'the file has too many canceled withdrawals to compare them');
    else if (settlement === 'VOID') this.#canceled.holdWithdrawal(row, booking);
    else this.#canceled.holdReturn(row, booking);
  }

  /** What is on its way out may have left the balance already; anything else changes it when it is completed. */
  #leaveOpen(row: HistoryRow): void {
    const isOutgoing = !TRADE_SIDES.has(row.type) && row.amount.startsWith('-');
    if (isOutgoing) this.#keep(row, 'it is not known whether the balance has changed yet');
    else this.#parts.ignore('not completed yet', [row.ordinal]);
  }

  #add(row: HistoryRow, booking: Booking): void {
    this.#parts.add('transactions', ...(booking.transactions ?? []));
    this.#parts.add('cashMovements', ...(booking.cashMovements ?? []));
    this.#parts.add('transfers', ...(booking.transfers ?? []));
    for (const finding of booking.findings ?? []) this.#report(row, finding);
  }

  #keep(row: HistoryRow, reason: string): void {
    const text = Object.values(row.raw).join(', ');
    this.#parts.unclassified([row.ordinal], text, reason);
  }

  #refuse(row: CsvRow, { message, column }: RowError): void {
    this.#parts.unclassified([row.ordinal], row.cells.join(','), message);
    const remedy =
      'Compare the row with the transaction in the history that Bitvavo shows, and export it again.';
    this.#report(row, { code: 'ROW_MALFORMED', message, remedy, column });
  }

  #report(row: Pick<CsvRow, 'ordinal' | 'line'>, finding: RowFinding): void {
    this.#parts.problem(toProblem(finding, row, this.#layout.names));
  }
}

function toTimedBooking(row: HistoryRow, time: BookingTime): Booking | undefined {
  const booking = toBooking(row, time);
  if (booking === undefined || time.doubt === undefined) return booking;
  return { ...booking, findings: [...(booking.findings ?? []), toTimeFinding(time.doubt)] };
}

function toTimeFinding({ column, message }: NonNullable<BookingTime['doubt']>): RowFinding {
  return {
    code: 'AMBIGUOUS_TIME',
    column,
    message: `${message}; only the date was kept.`,
    remedy: 'Look up the time in the history that Bitvavo shows, if the order within the day matters to you.',
  };
}
