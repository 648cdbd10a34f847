import type { Money } from '@bourse/core/interfaces';
import { Exact } from './exact.js';

interface Amount {
  readonly currency: string;
  readonly amount: Exact;
}

/** Exact amounts in any number of currencies, which are never mixed: 100 USD and 2 EUR stay 100 USD and 2 EUR. */
export class MoneyBag {
  // `this`: TypeScript 6.0 compiles the name of the class to an alias that is not set yet, for targets below esnext.
  static readonly EMPTY: MoneyBag = new this([]);

  /** At most one amount for each currency. Most bags have one, so a search from the front is the fastest. */
  readonly amounts: readonly Amount[];

  constructor(amounts: readonly Amount[]) {
    this.amounts = amounts;
  }

  static of(amount: Exact, currency: string): MoneyBag {
    return new MoneyBag([{ amount, currency }]);
  }

  static from(money: Money): MoneyBag {
    return MoneyBag.of(Exact.from(money.amount), money.currency);
  }

  get isZero(): boolean {
    return this.amounts.every(({ amount }) => amount.isZero);
  }

  amountIn(currency: string): Exact {
    return this.amounts.find((entry) => entry.currency === currency)?.amount ?? Exact.ZERO;
  }

  plus(other: MoneyBag): MoneyBag {
    if (this.amounts.length === 0) return other;
    return other.amounts.reduce<MoneyBag>((sum, { amount, currency }) => sum.add(amount, currency), this);
  }

  minus(other: MoneyBag): MoneyBag {
    return this.plus(other.negated());
  }

  add(amount: Exact, currency: string): MoneyBag {
    const at = this.amounts.findIndex((entry) => entry.currency === currency);
    const before = this.amounts[at];
    if (before === undefined) return new MoneyBag([...this.amounts, { amount, currency }]);
    return new MoneyBag(this.amounts.with(at, { amount: before.amount.plus(amount), currency }));
  }

  negated(): MoneyBag {
    return this.#map((amount) => amount.negated());
  }

  /** The part of the bag that belongs to `part` out of `whole`, each amount rounded half-even as {@link Exact} divides. */
  share(part: Exact, whole: Exact): MoneyBag {
    return this.#map((amount) => amount.times(part).dividedBy(whole));
  }

  /** The amounts that are not zero, by currency. */
  toMoney(): Money[] {
    return this.amounts
      .filter(({ amount }) => !amount.isZero)
      .map(({ amount, currency }) => ({ amount: amount.toString(), currency }))
      .sort((left, right) => (left.currency < right.currency ? -1 : 1));
  }

  #map(change: (amount: Exact) => Exact): MoneyBag {
    return new MoneyBag(this.amounts.map(({ amount, currency }) => ({ amount: change(amount), currency })));
  }
}
