import type { SyncConnections } from './sync-options.js';
import type { RateNeeds } from './rate-needs.js';
import { addDays } from './since.js';

type Progress = SyncConnections['progress'];

/** The first day that rates were ever asked from. */
const FIRST_DAY = 'fxRates since';
const listOf = (currency: string): string => `fxRates ${currency}`;

/** The first day of which rates are missing: of a currency that is new in the ledger, or of earlier records, from the beginning. */
export function firstMissingDay(
  progress: Progress,
  connectionId: string,
  { currencies, since }: RateNeeds,
): string {
  const before = progress.doneUntil(connectionId, FIRST_DAY);
  if (before === undefined || since < before) return since;
  const days = [...currencies].map((currency) => progress.doneUntil(connectionId, listOf(currency)));
  return days.reduce<string>((first, day) => {
    const next = day === undefined ? since : addDays(day, 1);
    return next < first ? next : first;
  }, '9999-12-31');
}

/** Remembers that there are rates of all these currencies up to a day. */
export async function saveRateDays(
  progress: Progress,
  connectionId: string,
  { needs: { currencies, since }, until }: { needs: RateNeeds; until: string | undefined },
): Promise<void> {
  const before = progress.doneUntil(connectionId, FIRST_DAY);
  for (const currency of currencies) {
    const day = until ?? progress.doneUntil(connectionId, listOf(currency));
    if (day !== undefined) await progress.save(connectionId, listOf(currency), day);
  }
  await progress.save(connectionId, FIRST_DAY, before !== undefined && before < since ? before : since);
}
