import type { CashMovementDraft, DraftSource, RawRow, TransactionDraft, TransferDraft } from '@bourse/sdk';
import type { BookingTime } from './booking-time.js';
import type { Entry } from './entry.js';
import type { RowFinding } from './row-finding.js';

/** What one entry of the history books. */
export interface Booking {
  readonly transactions?: readonly TransactionDraft[];
  readonly cashMovements?: readonly CashMovementDraft[];
  readonly transfers?: readonly TransferDraft[];
  readonly findings?: readonly RowFinding[];
}

/** Texts that stand in the place of a transaction id. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '',
  '-',
  '0',
  'n/a',
  'null',
  'none',
  'undefined',
  'unknown',
  '00000000-0000-0000-0000-000000000000',
]);

/** The most characters of an id; what is longer is none. */
const ID_MAX = 512;

/** Bitvavo's id of the booking, if the row has one. */
export function readTransactionId(row: Entry): string | undefined {
  const id = row.transactionId;
  return PLACEHOLDERS.has(id.toLowerCase()) || id.length > ID_MAX ? undefined : id;
}

/** Where a record of the entry comes from. `part` tells the records of one row apart. */
export function sourceOf(row: Entry, time: BookingTime, part?: string): DraftSource {
  const recordId = readTransactionId(row);
  return {
    ...(recordId === undefined ? {} : { recordId }),
    ...(part === undefined ? {} : { part }),
    ...(time.printedTime === undefined ? {} : { printedTime: time.printedTime }),
    ...(row.ordinal === undefined ? {} : { rows: [row.ordinal] }),
  };
}

/** The row's own text, as records keep it. */
export function rawOf(row: Entry): RawRow[] {
  return [row.raw];
}
