import type { Decimal } from '@bourse/core/interfaces';
import { Big } from 'big.js';

/** The part that an amount is of a whole, as a fraction to be looked at; undefined of a whole that is not above zero. */
export function shareOf(part: Decimal, whole: Decimal): number | undefined {
  const total = new Big(whole);
  return total.lte(0) ? undefined : new Big(part).div(total).toNumber();
}
