import type { CalendarDate } from '@bourse/sdk';
import type { AccountTerms } from '../account-terms.js';
import { tradingDays } from '../world/calendar.js';
import { Market } from '../world/market.js';
import { AccountBook } from './account-book.js';
import { chargeCustody } from './custody-fee.js';
import { deposit, withdraw } from './deposit.js';
import { createDividends } from './dividends.js';
import { creditInterest } from './interest.js';
import { buyShares, sellShares } from './orders.js';
import type { DailyEvent, Simulation } from './simulation.js';
import { splitShares } from './split.js';

/**
 * Lives through all trading days from the opening of the account to `until`, which is included. The same terms give
 * the same days: a later `until` adds records and changes none.
 */
export function simulate(terms: AccountTerms, until: CalendarDate): Simulation {
  const simulation = { terms, market: new Market(terms.seed), book: new AccountBook(terms.accountId) };
  const events: readonly DailyEvent[] = [
    splitShares,
    deposit,
    chargeCustody,
    createDividends(),
    buyShares,
    sellShares,
    withdraw,
    creditInterest,
  ];
  for (const day of tradingDays(terms.openedOn, until)) {
    simulation.market.moveTo(day.date);
    for (const happen of events) happen(simulation, day);
  }
  return simulation;
}
