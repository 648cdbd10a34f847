import type { Decimal } from '@bourse/sdk';
import Big from 'big.js';
import { drawBelow } from './draw.js';

/** How a price moves from day to day. */
export interface Motion {
  readonly drift: number;
  readonly swing: number;
  readonly decimals: number;
}

const MILLION = 1_000_000;

/** The first price of a path: the one of the table, give or take a tenth. */
export function firstPrice(price: Decimal, seed: number, name: string, decimals: number): Big {
  const permille = 900 + drawBelow(201, seed, name, 'first');
  return new Big(price).times(permille).div(1000).round(decimals, Big.roundHalfEven);
}

/** The price one trading day later. It never falls to nothing. */
export function nextPrice(
  price: Big,
  { drift, swing, decimals }: Motion,
  ...words: readonly (string | number)[]
): Big {
  const move = drift + drawMove(swing, words);
  const next = price
    .times(MILLION + move)
    .div(MILLION)
    .round(decimals, Big.roundHalfEven);
  const least = new Big(`1e-${decimals}`);
  return next.lt(least) ? least : next;
}

/** Millionths between −swing and +swing, small ones more often than large ones. */
function drawMove(swing: number, words: readonly (string | number)[]): number {
  const throws = ['a', 'b', 'c'].map((name) => drawBelow(2 * swing + 1, ...words, name) - swing);
  return Math.round(throws.reduce((sum, each) => sum + each, 0) / throws.length);
}
