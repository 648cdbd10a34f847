import type { Money } from '@bourse/sdk';
import Big from 'big.js';
import type { AccountRow } from '../row/account-row.js';

/** The balance around the last row of a currency. */
interface LastRow {
  readonly minute: string;
  readonly before: Big;
  readonly after: Big;
}

/**
 * Tells by the running balances in which order the rows of one minute stand, to which no time gives an order. The statement
 * prints the newest row first; one that somebody turned around does not, while one that was sorted by date still does.
 */
export class RowOrder {
  readonly #last = new Map<string, LastRow>();
  #newestFirst = 0;
  #oldestFirst = 0;

  add({ date, printedTime, money, balance }: AccountRow): void {
    if (balance === undefined || money?.currency !== balance.currency) return;
    const row = { minute: `${date} ${printedTime}`, ...around(balance, money) };
    const last = this.#last.get(balance.currency);
    this.#last.set(balance.currency, row);
    if (last?.minute !== row.minute) return;
    if (last.before.eq(row.after)) this.#newestFirst += 1;
    if (last.after.eq(row.before)) this.#oldestFirst += 1;
  }

  /** Rows as they stand in the file, turned so that the newest is the first. */
  newestFirst<Row>(rows: readonly Row[]): readonly Row[] {
    return this.#oldestFirst > this.#newestFirst ? rows.toReversed() : rows;
  }
}

function around(balance: Money, money: Money): Pick<LastRow, 'before' | 'after'> {
  const after = new Big(balance.amount);
  return { before: after.minus(money.amount), after };
}
