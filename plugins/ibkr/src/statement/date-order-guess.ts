import type { DateOrder } from '../values/date-parts.js';
import { parseFlexTime, tellDateOrder } from '../values/flex-time.js';
import type { Attributes } from '../xml/xml-element.js';

/** Columns that hold dates, of all sections and of the statement itself. */
const DATE_COLUMNS = [
  'reportDate',
  'dateTime',
  'tradeDate',
  'settleDateTarget',
  'settleDate',
  'date',
  'exDate',
  'payDate',
  'expiry',
  'maturity',
  'origTradeDate',
  'orderTime',
  'valueDate',
  'openDateTime',
  'dateOpened',
  'dateFunded',
  'fromDate',
  'toDate',
  'whenGenerated',
] as const;

const ORDERS: readonly DateOrder[] = ['MDY', 'DMY'];

/**
 * Finds out whether the month or the day stands first in a file's dates with slashes. A single date such as 13/01/2024
 * tells, and so does a period that would end before it begins.
 */
export class DateOrderGuess {
  #order: DateOrder | undefined;
  #isWaiting = false;
  #hasGivenUp = false;

  get order(): DateOrder | undefined {
    return this.#order;
  }

  /** Whether dates were seen that cannot be read before the order is known. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  observe(attributes: Attributes): void {
    if (this.#order !== undefined) return;
    const told = DATE_COLUMNS.map((column) => tellDateOrder(attributes[column] ?? ''));
    const order = told.find((order) => order === 'MDY' || order === 'DMY');
    if (order !== undefined) this.#settle(order);
    else if (told.includes('EITHER')) this.#observePeriod(attributes);
  }

  /** No more dates are waited for; those that are open stay open. */
  giveUp(): void {
    this.#isWaiting = false;
    this.#hasGivenUp = true;
  }

  /** The dates of a statement stand in order: its period begins, ends, and is reported. */
  #observePeriod({ fromDate = '', toDate = '', whenGenerated = '' }: Attributes): void {
    const possible = ORDERS.filter((order) => {
      const dates = [fromDate, toDate, whenGenerated].map((text) => parseFlexTime(text, order)?.date ?? '');
      const known = dates.filter((date) => date !== '');
      return known.every((date, index) => index === 0 || (known[index - 1] ?? '') <= date);
    });
    const [only, ...others] = possible;
    if (only !== undefined && others.length === 0) this.#settle(only);
    else this.#isWaiting = !this.#hasGivenUp;
  }

  #settle(order: DateOrder): void {
    this.#order = order;
    this.#isWaiting = false;
  }
}
