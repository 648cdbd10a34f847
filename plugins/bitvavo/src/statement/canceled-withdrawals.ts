import type { DraftSource } from '@bourse/sdk';
import type { Booking } from './booking.js';
import type { HistoryRow } from './history-row.js';

/** A row that waits for the end of the file, with what it would book. */
interface HeldRow {
  readonly row: HistoryRow;
  readonly booking: Booking;
}

/** What became of the rows that waited. */
interface Outcome {
  readonly booked: readonly HeldRow[];
  /** Canceled withdrawals that never left the balance. */
  readonly ignored: readonly HistoryRow[];
}

/** The most rows that wait, so that a file of nothing else needs little memory. */
const HELD_MAX = 10_000;

/**
 * Canceled withdrawals and the rows that give a withdrawal back. A canceled withdrawal alone never left the balance;
 * one that a later row gives back did, so both are booked and net to zero.
 */
export class CanceledWithdrawals {
  readonly #withdrawals = new Map<string, HeldRow[]>();
  readonly #returns: HeldRow[] = [];
  #held = 0;

  /** Whether no more rows can wait. */
  get isFull(): boolean {
    return this.#held >= HELD_MAX;
  }

  /** Holds a withdrawal that has the status canceled. */
  holdWithdrawal(row: HistoryRow, booking: Booking): void {
    const key = keyOf(row);
    const held = this.#withdrawals.get(key) ?? [];
    held.push({ row, booking });
    this.#withdrawals.set(key, held);
    this.#held += 1;
  }

  /** Holds a row that gives a withdrawal back. */
  holdReturn(row: HistoryRow, booking: Booking): void {
    this.#returns.push({ row, booking });
    this.#held += 1;
  }

  settle(): Outcome {
    const booked = this.#returns.flatMap((held) => {
      const withdrawal = this.#withdrawals.get(keyOf(held.row))?.shift();
      return withdrawal === undefined ? [held] : [withdrawal, toReversal(held, withdrawal)];
    });
    const ignored = [...this.#withdrawals.values()].flat().map((held) => held.row);
    return { booked, ignored };
  }
}

/** Asset and amount without its sign, as both rows print them. */
function keyOf(row: HistoryRow): string {
  return `${row.currency} ${row.amount.replace(/^-/, '')}`;
}

function toReversal({ row, booking }: HeldRow, withdrawal: HeldRow): HeldRow {
  const [reversed] = [...(withdrawal.booking.transfers ?? []), ...(withdrawal.booking.cashMovements ?? [])];
  const reverses = reversesOf(row, reversed?.source);
  return {
    row,
    booking: {
      ...booking,
      transfers: booking.transfers?.map((transfer) => ({ ...transfer, ...reverses })) ?? [],
      cashMovements: booking.cashMovements?.map((movement) => ({ ...movement, ...reverses })) ?? [],
    },
  };
}

/** An id that both rows share names neither of them. */
function reversesOf(row: HistoryRow, source: DraftSource | undefined): { reverses?: { recordId: string } } {
  if (source?.recordId === undefined || source.recordId === row.transactionId) return {};
  return { reverses: { recordId: source.recordId } };
}
