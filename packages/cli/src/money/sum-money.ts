import type { Money } from '@bourse/core/interfaces';
import { Big } from 'big.js';

/** Adds up amounts, each currency by itself, by currency. */
export function sumMoney(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, Big>();
  for (const { amount, currency } of amounts)
    sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(amount));
  return [...sums]
    .map(([currency, sum]) => ({ amount: sum.toFixed(), currency }))
    .sort((left, right) => (left.currency < right.currency ? -1 : 1));
}
