import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { Entry } from '../entries/entry.js';
import type { Book } from './book.js';

/** Takes over what a statement says is held, and the price that it was marked at. */
export function applyReport(book: Book, entry: Entry): void {
  const holding = book.holdingOfEntry(entry);
  if (holding === undefined || entry.quantity === undefined) return;
  const { date, id, price, currency, detail } = entry;
  const { costBasis, priceType } = detail;
  const cost = costBasis === undefined ? undefined : book.costOf(MoneyBag.from(costBasis), date);
  holding.report(Exact.from(entry.quantity), cost, { date, recordId: id });
  if (price === undefined || currency === undefined) return;
  holding.price = {
    price: Exact.from(price),
    currency,
    priceType: priceType ?? 'PER_UNIT',
    date,
    source: 'MARK',
    recordId: id,
  };
}
