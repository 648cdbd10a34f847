import type { Exact } from '../decimal/exact.js';
import type { MoneyBag } from '../decimal/money-bag.js';

/** What was given for a holding: positive for one that was bought, negative for one that was sold short. */
export interface Cost {
  readonly money: MoneyBag;
  /** In the base currency at the rates of the day; undefined where a rate is missing or no base currency is asked for. */
  readonly base: Exact | undefined;
}

export function addCosts(left: Cost, right: Cost): Cost {
  return { money: left.money.plus(right.money), base: combine(left.base, right.base, (a, b) => a.plus(b)) };
}

export function subtractCosts(left: Cost, right: Cost): Cost {
  return { money: left.money.minus(right.money), base: combine(left.base, right.base, (a, b) => a.minus(b)) };
}

export function negateCost({ money, base }: Cost): Cost {
  return { money: money.negated(), base: base?.negated() };
}

/** The part of a cost that belongs to `part` out of `whole` units. */
export function shareCost({ money, base }: Cost, part: Exact, whole: Exact): Cost {
  return { money: money.share(part, whole), base: base?.times(part).dividedBy(whole) };
}

function combine(
  left: Exact | undefined,
  right: Exact | undefined,
  operation: (left: Exact, right: Exact) => Exact,
): Exact | undefined {
  return left === undefined || right === undefined ? undefined : operation(left, right);
}
