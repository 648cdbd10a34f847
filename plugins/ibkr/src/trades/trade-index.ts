import type { FlexRow } from '../row/flex-row.js';

/** What later rows ask of the trades of a file: about a hundred bytes for each trade. */
export class TradeIndex {
  readonly #transactionIds = new Map<string, string>();
  readonly #taxed = new Set<string>();
  #hasUnnamedTaxed = false;

  add(row: FlexRow): void {
    const tradeId = row.id('tradeID');
    const areInNetCash = !row.has('taxes') && row.has('netCash');
    const isTaxed = areInNetCash || row.nonZero('taxes') !== undefined;
    if (tradeId === undefined) {
      this.#hasUnnamedTaxed ||= isTaxed;
      return;
    }
    const transactionId = row.id('transactionID');
    if (transactionId !== undefined) this.#transactionIds.set(tradeId, transactionId);
    if (isTaxed) this.#taxed.add(tradeId);
  }

  /** The booking that a cancellation takes back, where the row or the file names it. */
  findReversed(row: FlexRow): string | undefined {
    const tradeId = row.id('origTradeID');
    const named = row.id('origTransactionID');
    return named ?? (tradeId === undefined ? undefined : this.#transactionIds.get(tradeId));
  }

  /**
   * Whether the taxes of a trade are among its charges: in its column, or in its net cash where it has no such column.
   * Undefined where trades with taxes and the tax do not name each other.
   */
  hasTaxesOf(tradeId: string | undefined): boolean | undefined {
    if (tradeId === undefined) return this.#hasUnnamedTaxed || this.#taxed.size > 0 ? undefined : false;
    return this.#taxed.has(tradeId) || (this.#hasUnnamedTaxed ? undefined : false);
  }
}
