import Big from 'big.js';
import { money, toCents } from '../world/amounts.js';
import type { TradingDay } from '../world/calendar.js';
import { bookingOf, instantAt } from './record-parts.js';
import type { Simulation } from './simulation.js';
import { valueOfHoldings } from './valuation.js';

/** 0.02 % of the holdings a quarter, in the base currency, at most 25. */
const QUARTERLY_RATE = new Big('0.0002');
const FEE_MAX = new Big(25);

/** Charges for custody on the first trading day of a quarter, if there is cash to pay it with. */
export function chargeCustody(
  { book, market, terms }: Simulation,
  { date, month, ordinal }: TradingDay,
): void {
  if (ordinal !== 1 || month % 3 !== 1) return;
  const fee = toCents(valueOfHoldings(book, market, terms.baseCurrency).times(QUARTERLY_RATE));
  const charged = fee.gt(FEE_MAX) ? FEE_MAX : fee;
  if (charged.lte(0) || charged.gt(book.cashOf(terms.baseCurrency))) return;
  book.addFee({
    ...bookingOf(book, 'F', date),
    kind: 'CUSTODY',
    money: money(charged.times(-1), terms.baseCurrency),
    date,
    bookedAt: instantAt(date, '07:30:00'),
    description: 'Custody fee of the past quarter',
  });
}
