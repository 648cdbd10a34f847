import type { Asset } from './facts.js';
import { easternTime } from './eastern.js';

const DAY_MS = 86_400_000;

/** What one unit cost at a moment, after all splits. The same in every run. */
export function priceAt(asset: Asset, epochMs: number): number {
  const phase = hash(asset.symbol);
  const days = epochMs / DAY_MS;
  const swing = Math.sin(days / 29 + phase) * 0.06 + Math.sin(days / 5.3 + phase * 3) * 0.015;
  const hour = Math.sin(days * 7.7 + phase * 5) * 0.004;
  return round(asset.price * (1 + swing + hour));
}

/** By how much a price of that moment has to be multiplied to be one of the time before the splits that came later. */
export function splitFactor({ splits = [] }: Asset, epochMs: number): number {
  return splits
    .filter(({ date }) => easternTime(date) > epochMs)
    .reduce((factor, { from, to }) => (factor * to) / from, 1);
}

export function round(price: number): number {
  return Math.round(price * 100) / 100;
}

/** A number from 0 up to 6, unlike that of other texts. */
function hash(text: string): number {
  let value = 7;
  for (const character of text) value = (value * 31 + character.charCodeAt(0)) % 6007;
  return value / 1000;
}
