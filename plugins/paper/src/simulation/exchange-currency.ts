import type { CalendarDate, FxRate } from '@bourse/sdk';
import Big from 'big.js';
import { money, toCents, upToCents } from '../world/amounts.js';
import { bookingOf, instantOf } from './record-parts.js';
import type { Simulation } from './simulation.js';

/** What an exchange of currency costs, as a fraction of what is sold. */
export const EXCHANGE_FEE = new Big('0.001');

/**
 * Sells as many cents of the base currency as `needed` of another one costs: two movements, the fee on the one sold.
 */
export function exchangeCurrency(
  { book, market, terms }: Simulation,
  date: CalendarDate,
  seconds: number,
  currency: string,
  needed: Big,
): void {
  const rate = market.rateOf(terms.baseCurrency, currency);
  const sold = upToCents(needed.div(rate));
  const bought = toCents(sold.times(rate));
  const fx: FxRate = {
    base: terms.baseCurrency,
    quote: currency,
    rate: rate.toFixed(),
    source: 'EXECUTED',
    date,
  };
  const shared = {
    linkId: book.nextId('X', date),
    type: 'FX_CONVERSION',
    fx,
    bookedAt: instantOf(date, seconds),
    date,
    valueDate: date,
    description: `Exchange of ${terms.baseCurrency} for ${currency}`,
  } as const;
  const fee = toCents(sold.times(EXCHANGE_FEE));
  book.addCashMovement({
    ...bookingOf(book, 'C', date),
    ...shared,
    money: money(sold.times(-1), terms.baseCurrency),
    ...(fee.eq(0) ? {} : { charges: [{ kind: 'FX_CONVERSION', money: money(fee, terms.baseCurrency) }] }),
  });
  book.addCashMovement({ ...bookingOf(book, 'C', date), ...shared, money: money(bought, currency) });
}
