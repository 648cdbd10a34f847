import type { Money, Transfer } from '@bourse/core/interfaces';
import { Big } from 'big.js';

/** What the units were worth, less than 0 where they went out, also where a plugin tells it without the sign. */
export function transferValue({ value, quantity }: Pick<Transfer, 'value' | 'quantity'>): Money[] {
  if (value === undefined) return [];
  const worth = new Big(value.amount).abs();
  return [{ ...value, amount: (quantity.startsWith('-') ? worth.neg() : worth).toFixed() }];
}
