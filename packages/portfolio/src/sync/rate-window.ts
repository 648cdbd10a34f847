import type { RateNeeds } from './rate-needs.js';
import { addDays } from './since.js';
import type { SyncProgress } from './sync-progress.js';

/** The first day that rates were ever asked from. */
const FIRST_DAY = 'fxRates since';
const listOf = (currency: string): string => `fxRates ${currency}`;

/** The first day of which rates are missing: of a currency that is new in the ledger, or of earlier records, from the beginning. */
export function firstMissingDay(progress: SyncProgress, { currencies, since }: RateNeeds): string {
  const before = progress.doneUntil(FIRST_DAY);
  if (before === undefined || since < before) return since;
  const days = [...currencies].map((currency) => progress.doneUntil(listOf(currency)));
  return days.reduce<string>((first, day) => {
    const next = day === undefined ? since : addDays(day, 1);
    return next < first ? next : first;
  }, '9999-12-31');
}

/** What there is to remember once there are rates of all these currencies up to a day; undefined: none came. */
export function rateDays(
  progress: SyncProgress,
  { currencies, since }: RateNeeds,
  until: string | undefined,
): ReadonlyMap<string, string> {
  const before = progress.doneUntil(FIRST_DAY);
  const days = new Map([[FIRST_DAY, before !== undefined && before < since ? before : since]]);
  for (const currency of currencies) {
    const day = until ?? progress.doneUntil(listOf(currency));
    if (day !== undefined) days.set(listOf(currency), day);
  }
  return days;
}
