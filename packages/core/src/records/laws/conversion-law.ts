import Big from 'big.js';
import type { FxRate, Money } from '../../interfaces/index.js';
import { halfUlp, minorUnit, widest } from './tolerance.js';

/** What the two legs of a currency conversion say against their executed rate. */
export function findConversionConflicts(fx: FxRate, legs: readonly [Money, Money]): string[] {
  const base = legs.find((leg) => leg.currency === fx.base);
  const quote = legs.find((leg) => leg.currency === fx.quote);
  if (new Big(fx.rate).eq(0)) return [`the rate between ${fx.base} and ${fx.quote} was 0.`];
  if (base === undefined || quote === undefined) {
    return [
      `the rate joins ${fx.base} and ${fx.quote}, but the legs were in ${legs[0].currency} and ${legs[1].currency}.`,
    ];
  }
  const expected = new Big(base.amount).times(fx.rate).times(-1);
  const difference = expected.minus(quote.amount).abs();
  if (difference.lte(conversionTolerance(fx, base))) return [];
  return [
    `${base.amount} ${fx.base} at ${fx.rate} is ${expected.toFixed()} ${fx.quote}, but the other leg was ${quote.amount} (difference ${difference.toFixed()}).`,
  ];
}

/** Each leg is rounded to its minor unit and the rate to its printed digits. */
function conversionTolerance(fx: FxRate, base: Money): Big {
  const roundedBase = minorUnit(fx.base).times(fx.rate);
  const roundedRate = new Big(base.amount).abs().times(halfUlp(fx.rate));
  return widest(minorUnit(fx.quote), roundedBase, roundedRate);
}
