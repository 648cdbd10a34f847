import Big from 'big.js';
import type { AccountBook } from './account-book.js';
import { toCents } from '../world/amounts.js';
import type { Market } from '../world/market.js';

/** What the holdings are worth in a currency, in cents. */
export function valueOfHoldings(book: AccountBook, market: Market, currency: string): Big {
  return book.holdings.reduce((sum, { listing, quantity }) => {
    const { instrument } = listing;
    const value = quantity.times(market.priceOf(instrument.symbol));
    return sum.plus(toCents(value.times(market.rateOf(instrument.currency, currency))));
  }, new Big(0));
}

/** What the cash of all currencies is worth in one, in cents. */
export function valueOfCash(book: AccountBook, market: Market, currency: string): Big {
  return [...book.cash].reduce(
    (sum, [from, amount]) => sum.plus(toCents(amount.times(market.rateOf(from, currency)))),
    new Big(0),
  );
}
