import type { CalendarDate } from '@bourse/sdk';
import type { AccountTerms } from '../account-terms.js';
import type { TradingDay } from '../world/calendar.js';
import type { Market } from '../world/market.js';
import type { AccountBook } from './account-book.js';

/** Everything that an event of a day sees and changes. */
export interface Simulation {
  readonly terms: AccountTerms;
  readonly market: Market;
  readonly book: AccountBook;
}

/** What happens to the account on a trading day, if anything. */
export type DailyEvent = (simulation: Simulation, day: TradingDay) => void;

/** Whole months from the one in which the account was opened to the one of a date. */
export function monthsSinceOpening(opened: CalendarDate, date: CalendarDate): number {
  const [from, to] = [opened, date].map((each) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7)));
  return (to ?? 0) - (from ?? 0);
}
