import Big from 'big.js';
import { money } from '../world/amounts.js';
import type { TradingDay } from '../world/calendar.js';
import { bookingOf, instantAt } from './record-parts.js';
import type { Simulation } from './simulation.js';

/** How many monthly deposits the account is opened with. */
const OPENING_DEPOSITS = 3;

/** Pays in when the account is opened, then on the first trading day of each month. */
export function deposit({ book, terms }: Simulation, { date, ordinal }: TradingDay): void {
  const isOpening = book.cashMovements.length === 0;
  if ((!isOpening && ordinal !== 1) || terms.monthlyDeposit.eq(0)) return;
  const amount = isOpening ? terms.monthlyDeposit.times(OPENING_DEPOSITS) : terms.monthlyDeposit;
  book.addCashMovement({
    ...bookingOf(book, 'C', date),
    type: 'DEPOSIT',
    money: money(amount, terms.baseCurrency),
    bookedAt: instantAt(date, '07:00:00'),
    date,
    valueDate: date,
    description: isOpening ? 'Opening deposit' : 'Monthly deposit',
  });
}

const WITHDRAWAL = { month: 12, ordinal: 5, share: '0.25' };

/** Takes a part of the cash out in December, in whole units of the currency. */
export function withdraw({ book, terms }: Simulation, { date, month, ordinal }: TradingDay): void {
  if (month !== WITHDRAWAL.month || ordinal !== WITHDRAWAL.ordinal) return;
  const amount = book.cashOf(terms.baseCurrency).times(WITHDRAWAL.share).round(0, Big.roundDown);
  if (amount.lte(0)) return;
  book.addCashMovement({
    ...bookingOf(book, 'C', date),
    type: 'WITHDRAWAL',
    money: money(amount.times(-1), terms.baseCurrency),
    bookedAt: instantAt(date, '15:45:00'),
    date,
    valueDate: date,
    description: 'Withdrawal to the bank account',
  });
}
