import type { CalendarDate, FxRate } from '@bourse/sdk';
import Big from 'big.js';
import { money, toCents, upToCents } from '../world/amounts.js';
import { bookingOf, instantOf } from './record-parts.js';
import type { Simulation } from './simulation.js';

/** What an exchange of currency costs, as a fraction of what is sold. */
export const EXCHANGE_FEE = new Big('0.001');

/** The smallest amount of money. */
const CENT = new Big('0.01');

/** Sells as much of the base currency as `needed` of another one costs: two movements, the fee on the one sold. */
export function exchangeCurrency(
  { book, market, terms }: Simulation,
  date: CalendarDate,
  seconds: number,
  currency: string,
  needed: Big,
): void {
  const rate = market.rateOf(terms.baseCurrency, currency);
  const { sold, bought } = amountsFor(needed, rate);
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

/** The least amounts in cents that give what is needed. */
function amountsFor(needed: Big, rate: Big): { sold: Big; bought: Big } {
  let sold = upToCents(needed.div(rate));
  if (toCents(sold.times(rate)).lt(needed)) sold = sold.plus(CENT);
  return { sold, bought: toCents(sold.times(rate)) };
}
