import Big from 'big.js';
import type { DegiroScenario, Product } from '../scenario/scenario.js';

const DAY_MILLISECONDS = 86_400_000;

/** What a product cost on one day. */
export interface DayPrice {
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: number;
}

/** The product that a price feed knows under this id. */
export function productOf({ products }: DegiroScenario, vwdId: string): Product | undefined {
  return products.find((product) => product.vwdId === vwdId || product.vwdIdSecondary === vwdId);
}

/** A price that is made up, but always the same for a product and day, and its listed one on the last day. */
export function priceOn({ vwdId, closePrice, closePriceDate }: Product, date: string): DayPrice {
  const day = Date.parse(date) / DAY_MILLISECONDS;
  const last = Date.parse(closePriceDate) / DAY_MILLISECONDS;
  const close = scaled(closePrice, swing(vwdId, day) - swing(vwdId, last) + 1);
  const open = scaled(closePrice, swing(vwdId, day - 1) - swing(vwdId, last) + 1);
  const [low, high] = new Big(open).lt(close) ? [open, close] : [close, open];
  return {
    open,
    high: scaled(high, 1.004),
    low: scaled(low, 0.996),
    close,
    volume: 10_000 + (Math.abs(day * 7_919) % 50_000),
  };
}

/** Between −0.08 and 0.08: two waves that no two products share. */
function swing(seed: string, day: number): number {
  const phase = [...seed].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return 0.05 * Math.sin((day + phase) / 40) + 0.03 * Math.sin((day * 3 + phase) / 11);
}

function scaled(price: string, factor: number): string {
  return new Big(price).times(factor.toFixed(6)).round(3).toFixed();
}
