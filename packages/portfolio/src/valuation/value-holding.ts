import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import { costOf } from '../positions/lots.js';
import type { Holding, KnownPrice } from '../positions/holding.js';
import type { PriceBoard } from './price-board.js';

/** What a holding is worth. */
export interface Valuation {
  /** What it adds to the account's wealth: negative where it is short. */
  readonly value: MoneyBag;
  /** What all its units would bring at the price. */
  readonly notional: MoneyBag;
  /** Absent where the holding is valued at cost, because no price is known. */
  readonly price?: KnownPrice;
  /** Value − cost; absent where the cost is unknown, the history incomplete, or no price is known. */
  readonly unrealized?: MoneyBag;
}

/**
 * Values a holding at the last known price, else at cost. A future adds nothing to wealth, since its gains are settled as cash day by
 * day; a contract for difference adds what it has gained.
 *
 * @returns undefined where neither price nor cost is known, and where more went out than is known to have been there: that is no debt
 */
export function valueHolding(holding: Holding, prices: PriceBoard): Valuation | undefined {
  if (holding.lots === undefined && holding.quantity.isNegative) return undefined;
  const cost = holding.quantity.isZero ? MoneyBag.EMPTY : costOf(holding.lots ?? [])?.money;
  const price = prices.find(holding);
  if (price === undefined) return cost === undefined ? undefined : { value: cost, notional: cost };
  const notional = notionalOf(holding, price);
  const gain = cost === undefined || holding.incompleteSince !== undefined ? undefined : notional.minus(cost);
  return {
    value: wealthOf(holding, notional, gain),
    notional,
    price,
    ...(gain === undefined ? {} : { unrealized: gain }),
  };
}

/** Quantity × price × multiplier; a price in percent is one of the nominal value. */
function notionalOf({ quantity, instrument }: Holding, { price, currency, priceType }: KnownPrice): MoneyBag {
  const units = quantity.times(Exact.from(instrument.multiplier ?? '1'));
  const amount = units.times(price);
  return MoneyBag.of(priceType === 'PERCENTAGE' ? amount.dividedBy(Exact.HUNDRED) : amount, currency);
}

/** Whether a purchase is paid in full, and not only its gains and losses. */
export function exchangesPrincipal({ instrument }: Holding): boolean {
  return instrument.kind !== 'FUTURE' && instrument.kind !== 'CFD';
}

function wealthOf(holding: Holding, notional: MoneyBag, gain: MoneyBag | undefined): MoneyBag {
  if (exchangesPrincipal(holding)) return notional;
  return holding.instrument.kind === 'CFD' ? (gain ?? MoneyBag.EMPTY) : MoneyBag.EMPTY;
}
