import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { Entry } from '../entries/entry.js';
import type { Book } from './book.js';
import type { Holding } from './holding.js';

/** Trades whose price is one of the market; an exercise or an expiration has a price of its own making, and a gift has none. */
const MARKET_TRADES: ReadonlySet<string> = new Set(['REGULAR', 'REINVESTMENT', 'LIQUIDATION']);

/** Buys or sells: the part against the holding is closed and its gain realized, the rest opens. */
export function applyTrade(book: Book, entry: Entry): void {
  const holding = book.holdingOfEntry(entry);
  if (holding === undefined || entry.quantity === undefined) return;
  const quantity = Exact.from(entry.quantity);
  const paid = considerationOf(entry);
  if (!quantity.isZero) {
    const closing = holding.move({
      quantity,
      cost: paid === undefined ? undefined : book.costOf(paid, entry.date, entry),
      date: entry.date,
      recordId: entry.id,
      mayOpen: mayOpen(entry, quantity),
    });
    if (closing !== undefined) book.realize(holding, closing, entry);
  }
  keepPrice(holding, entry);
}

/**
 * What was given for the units, charges included and accrued interest left out: positive = paid. Where no principal is exchanged,
 * its place is taken by what it would have been, so that the difference between opening and closing is the gain.
 */
function considerationOf({ amount, currency, detail }: Entry): MoneyBag | undefined {
  const { unpriced, effects, accrued, principal } = detail;
  if (unpriced === true || amount === undefined || currency === undefined) return undefined;
  let received = MoneyBag.of(Exact.from(amount), currency);
  for (const effect of effects ?? []) received = received.plus(MoneyBag.from(effect));
  if (accrued !== undefined) received = received.minus(MoneyBag.from(accrued));
  if (principal !== undefined) received = received.plus(MoneyBag.from(principal));
  return received.negated();
}

/** A sale of more than is known opens a short position only if the institution says that it opens one. */
function mayOpen({ status, detail: { effect } }: Entry, quantity: Exact): boolean {
  if (status === 'REVERSAL') return quantity.isPositive;
  return quantity.isPositive ? effect !== 'CLOSE' : effect === 'OPEN' || effect === 'CLOSE_AND_OPEN';
}

function keepPrice(holding: Holding, { type, status, price, currency, date, id, detail }: Entry): void {
  const priceCurrency = detail.priceCurrency ?? currency;
  if (price === undefined || priceCurrency === undefined || status !== 'BOOKED' || !MARKET_TRADES.has(type))
    return;
  const paid = Exact.from(price);
  if (paid.isZero) return;
  holding.price = {
    price: paid,
    currency: priceCurrency,
    priceType: detail.priceType ?? 'PER_UNIT',
    date,
    source: 'TRADE',
    recordId: id,
  };
}
