import type { Money } from '@bourse/core/interfaces';
import type { Entry } from '../entries/entry.js';

/** What a record does to the cash of its account: positive = in. The amounts come from core's one rule, applied at the import. */
export function effectsOf({ amount, currency, detail }: Entry): readonly Money[] {
  if (amount === undefined || currency === undefined) return [];
  const first = { amount, currency };
  return detail.effects === undefined ? [first] : [first, ...detail.effects];
}
