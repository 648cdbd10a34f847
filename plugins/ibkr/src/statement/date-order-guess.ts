import type { CalendarDate } from '@bourse/sdk';
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

/** Few trades take longer to settle, and a day taken for a month makes it 28 days at least. */
const SETTLEMENT_MAX_DAYS = 21;

/**
 * Finds out whether the month or the day stands first in a file's dates with slashes. A single date such as 13/01/2024
 * tells, and so does a period that would end before it begins, a booking outside of the period, and a trade that would
 * settle before it was made or months later.
 */
export class DateOrderGuess {
  #order: DateOrder | undefined;
  #isWaiting = false;
  #hasGivenUp = false;
  /** Attributes of the statement that rows are of. */
  #statement: Attributes = {};

  get order(): DateOrder | undefined {
    return this.#order;
  }

  /** Whether dates were seen that cannot be read before the order is known. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  observeStatement(attributes: Attributes): void {
    this.#statement = attributes;
    this.observe(attributes);
  }

  observe(attributes: Attributes): void {
    if (this.#order !== undefined) return;
    const told = DATE_COLUMNS.map((column) => tellDateOrder(attributes[column] ?? ''));
    const order = told.find((order) => order === 'MDY' || order === 'DMY');
    if (order !== undefined) this.#settle(order);
    else if (told.includes('EITHER')) this.#compare(attributes);
  }

  /** No more dates are waited for; those that are open stay open. */
  giveUp(): void {
    this.#isWaiting = false;
    this.#hasGivenUp = true;
  }

  /** Takes the order in which the dates of a row and of its statement make sense, if the other one makes none. */
  #compare(row: Attributes): void {
    const { fromDate = '', toDate = '', whenGenerated = '' } = this.#statement;
    const booked = row['transactionID'] === undefined ? '' : (row['reportDate'] ?? '');
    const [only, ...others] = ORDERS.filter(
      (order) =>
        areInOrder([fromDate, toDate, whenGenerated], order) &&
        areInOrder([fromDate, booked, toDate], order) &&
        settlesInTime(row, order),
    );
    if (only !== undefined && others.length === 0) this.#settle(only);
    else this.#isWaiting = !this.#hasGivenUp;
  }

  #settle(order: DateOrder): void {
    this.#order = order;
    this.#isWaiting = false;
  }
}

function readDate(text: string, order: DateOrder): CalendarDate | undefined {
  return parseFlexTime(text, order)?.date;
}

/** Whether each of the dates that are known is the one before it or a later one. */
function areInOrder(texts: readonly string[], order: DateOrder): boolean {
  const known = texts.map((text) => readDate(text, order)).filter((date) => date !== undefined);
  return known.every((date, index) => index === 0 || (known[index - 1] ?? '') <= date);
}

function settlesInTime(
  { tradeDate = '', dateTime = '', settleDateTarget = '' }: Attributes,
  order: DateOrder,
): boolean {
  const traded = readDate(tradeDate, order) ?? readDate(dateTime, order);
  const settled = readDate(settleDateTarget, order);
  if (traded === undefined || settled === undefined) return true;
  const days = Temporal.PlainDate.from(traded).until(settled).total('days');
  return days >= 0 && days <= SETTLEMENT_MAX_DAYS;
}
