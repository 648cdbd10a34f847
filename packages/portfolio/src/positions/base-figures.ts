import type { Decimal } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { Converter } from '../rates/converter.js';
import { exchangesPrincipal, type Valuation } from '../valuation/value-holding.js';
import type { Realization } from './book.js';
import type { Cost } from './cost.js';
import type { Holding } from './holding.js';

/** Figures in the base currency; each absent where a rate is missing or the figure itself is unknown. */
export interface BaseFigures {
  /** At the rates of the days on which it was paid. */
  readonly cost?: Decimal;
  /** At the latest rate. */
  readonly value?: Decimal;
  readonly unrealized?: Decimal;
  /** At the rates of the days of purchase and sale. */
  readonly realized?: Decimal;
}

interface BaseParts {
  readonly holding: Holding;
  readonly realizations: readonly Realization[];
  readonly converter: Converter;
  readonly asOf: string;
  readonly cost: Cost | undefined;
  readonly valuation: Valuation | undefined;
}

export function viewBase(parts: BaseParts): BaseFigures {
  const { holding, realizations, converter, asOf, cost, valuation } = parts;
  const value = valuation === undefined ? undefined : converter.convertBag(valuation.value, asOf);
  const unrealized = unrealizedIn(parts);
  const realized = holding.incompleteSince === undefined ? sumGains(realizations) : undefined;
  return {
    ...(cost?.base === undefined ? {} : { cost: cost.base.toString() }),
    ...(value === undefined ? {} : { value: value.toString() }),
    ...(unrealized === undefined ? {} : { unrealized: unrealized.toString() }),
    ...(realized === undefined ? {} : { realized: realized.toString() }),
  };
}

/** What a change of rates has done belongs to the gain, but only where principal was exchanged. */
function unrealizedIn({ holding, converter, asOf, cost, valuation }: BaseParts): Exact | undefined {
  if (valuation?.unrealized === undefined) return undefined;
  if (!exchangesPrincipal(holding)) return converter.convertBag(valuation.unrealized, asOf);
  const notional = converter.convertBag(valuation.notional, asOf);
  return notional === undefined || cost?.base === undefined ? undefined : notional.minus(cost.base);
}

function sumGains(realizations: readonly Realization[]): Exact | undefined {
  let sum = Exact.ZERO;
  for (const { gain } of realizations) {
    if (gain?.base === undefined) return undefined;
    sum = sum.plus(gain.base);
  }
  return sum;
}
