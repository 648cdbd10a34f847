import Big from 'big.js';
import { money, toCents } from '../world/amounts.js';
import type { TradingDay } from '../world/calendar.js';
import { bookingOf, instantAt } from './record-parts.js';
import type { Simulation } from './simulation.js';

/** A twelfth of 1.5 % a year. */
const MONTHLY_RATE = new Big('0.00125');

/** Credits interest on cash in the base currency on the last trading day of a month. */
export function creditInterest({ book, terms }: Simulation, { date, isLastOfMonth }: TradingDay): void {
  const interest = toCents(book.cashOf(terms.baseCurrency).times(MONTHLY_RATE));
  if (!isLastOfMonth || interest.lte(0)) return;
  book.addCashMovement({
    ...bookingOf(book, 'C', date),
    type: 'INTEREST_RECEIVED',
    money: money(interest, terms.baseCurrency),
    bookedAt: instantAt(date, '16:30:00'),
    date,
    valueDate: date,
    description: 'Interest on cash',
  });
}
