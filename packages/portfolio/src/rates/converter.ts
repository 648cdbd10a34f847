import type { FxRate } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { MoneyBag } from '../decimal/money-bag.js';
import type { RateEntry, RateTable } from './rate-table.js';

/** A rate older than this many days is still used, and marked. */
const STALE_AFTER_DAYS = 7;

const DAY_IN_MILLISECONDS = 86_400_000;

/** How an amount got from one currency to another: over one rate, or over two with a currency in between. */
export interface Conversion {
  readonly steps: readonly RateEntry[];
  /** The day of the oldest rate. */
  readonly date: string;
  /** Whether that day is more than {@link STALE_AFTER_DAYS} days before the one asked for. */
  readonly stale: boolean;
}

/** Converts amounts into one base currency, each with the best rate that is known for its day. */
export class Converter {
  readonly base: string;
  readonly #table: RateTable;
  readonly #conversions = new Map<string, Conversion | undefined>();

  constructor(base: string, table: RateTable) {
    this.base = base;
    this.#table = table;
  }

  /**
   * @param own rates at which this very money was exchanged; they come before every rate of the day
   * @returns undefined where there is no rate on or before the day
   */
  convert(amount: Exact, currency: string, date: string, own: readonly FxRate[] = []): Exact | undefined {
    if (currency === this.base) return amount;
    const executed = own.find((rate) => connects(rate, currency, this.base));
    if (executed !== undefined) return applyOwn(amount, currency, executed);
    const conversion = this.find(currency, date);
    return conversion === undefined ? undefined : conversion.steps.reduce(applyStep, amount);
  }

  /** The sum of a bag in the base currency; undefined where one of its currencies has no rate. */
  convertBag(bag: MoneyBag, date: string, own: readonly FxRate[] = []): Exact | undefined {
    let sum = Exact.ZERO;
    for (const { amount, currency } of bag.amounts) {
      if (amount.isZero) continue;
      const converted = this.convert(amount, currency, date, own);
      if (converted === undefined) return undefined;
      sum = sum.plus(converted);
    }
    return sum;
  }

  /** The direct rate of the day where there is one that is not stale, else the freshest way. */
  find(currency: string, date: string): Conversion | undefined {
    const key = `${currency} ${date}`;
    if (!this.#conversions.has(key)) this.#conversions.set(key, this.#search(currency, date));
    return this.#conversions.get(key);
  }

  #search(currency: string, date: string): Conversion | undefined {
    const direct = this.#table.find(currency, this.base, date);
    const [best] = [direct === undefined ? [] : [direct], ...this.#crossings(currency, date)]
      .filter((steps) => steps.length > 0)
      .map((steps) => toConversion(steps, date))
      // Stable, so that a direct rate wins against a crossing of the same freshness.
      .sort(
        (left, right) => Number(left.stale) - Number(right.stale) || (left.stale ? byAge(left, right) : 0),
      );
    return best;
  }

  #crossings(currency: string, date: string): RateEntry[][] {
    const crossings = this.#table.neighborsOf(currency).flatMap((between) => {
      const first = this.#table.find(currency, between, date);
      const second = this.#table.find(between, this.base, date);
      return first === undefined || second === undefined ? [] : [[first, second]];
    });
    return crossings.sort((left, right) => byAge(toConversion(left, date), toConversion(right, date)));
  }
}

function toConversion(steps: readonly RateEntry[], wanted: string): Conversion {
  const date = steps.map((step) => step.date).reduce((oldest, next) => (next < oldest ? next : oldest));
  const ageInDays = (Date.parse(wanted) - Date.parse(date)) / DAY_IN_MILLISECONDS;
  return { steps, date, stale: ageInDays > STALE_AFTER_DAYS };
}

function byAge(left: Conversion, right: Conversion): number {
  if (left.date === right.date) return 0;
  return left.date > right.date ? -1 : 1;
}

/** A rate of zero connects nothing. */
function connects({ base, quote, rate }: FxRate, from: string, to: string): boolean {
  const isOfBoth = (base === from && quote === to) || (base === to && quote === from);
  return isOfBoth && !Exact.from(rate).isZero;
}

function applyOwn(amount: Exact, currency: string, { base, rate }: FxRate): Exact {
  const value = Exact.from(rate);
  return base === currency ? amount.times(value) : amount.dividedBy(value);
}

function applyStep(amount: Exact, { rate, inverse }: RateEntry): Exact {
  return inverse ? amount.dividedBy(rate) : amount.times(rate);
}
