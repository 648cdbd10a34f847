import type { FlexRow } from '../row/flex-row.js';

/** What later rows ask of the trades of a file: about a hundred bytes for each trade. */
export class TradeIndex {
  readonly #transactionIds = new Map<string, string>();
  readonly #taxed = new Set<string>();

  add(row: FlexRow): void {
    const tradeId = row.id('tradeID');
    if (tradeId === undefined) return;
    const transactionId = row.id('transactionID');
    if (transactionId !== undefined) this.#transactionIds.set(tradeId, transactionId);
    const areInNetCash = !row.has('taxes') && row.has('netCash');
    if (areInNetCash || row.nonZero('taxes') !== undefined) this.#taxed.add(tradeId);
  }

  /** The booking that a cancellation takes back, where the row or the file names it. */
  findReversed(row: FlexRow): string | undefined {
    const tradeId = row.id('origTradeID');
    const named = row.id('origTransactionID');
    return named ?? (tradeId === undefined ? undefined : this.#transactionIds.get(tradeId));
  }

  /** Whether the taxes of a trade are among its charges: in its column, or in its net cash where it has no such column. */
  hasTaxesOf(tradeId: string): boolean {
    return this.#taxed.has(tradeId);
  }
}
