import type { FxRateSource } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { DatedRate } from '../entries/ledger-data.js';

/** A rate as a table knows it: 1 unit of one currency = `rate` units of the other, or the inverse of that. */
export interface RateEntry {
  readonly date: string;
  readonly rate: Exact;
  /** Divide by `rate` in place of multiplying. */
  readonly inverse: boolean;
  readonly source: FxRateSource;
}

/** Rates of one pair of currencies, oldest first; of one day the best one last. */
type Series = RateEntry[];

/** Exchange rates by pair and day. */
export class RateTable {
  readonly #series = new Map<string, Map<string, Series>>();

  /**
   * @param rates of one pair and day a reference rate is better than an executed one, then a direct one than an inverse one, then
   *   a higher one than a lower one, so that their order never matters
   */
  constructor(rates: Iterable<DatedRate>) {
    for (const { base, quote, rate, date, source } of rates) {
      const value = Exact.from(rate);
      if (base === quote || !value.isPositive) continue;
      this.#seriesOf(base, quote).push({ date, rate: value, inverse: false, source });
      this.#seriesOf(quote, base).push({ date, rate: value, inverse: true, source });
    }
    for (const pairs of this.#series.values())
      for (const series of pairs.values()) series.sort(byDayAndWorth);
  }

  /** The latest rate of the pair on or before a day. */
  find(from: string, to: string, date: string): RateEntry | undefined {
    const series = this.#series.get(from)?.get(to);
    if (series === undefined) return undefined;
    let [low, high] = [0, series.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((series[middle]?.date ?? '') <= date) low = middle + 1;
      else high = middle;
    }
    return series[low - 1];
  }

  /** Currencies that have a rate to this one, in alphabetical order. */
  neighborsOf(currency: string): string[] {
    return [...(this.#series.get(currency)?.keys() ?? [])].sort();
  }

  #seriesOf(from: string, to: string): Series {
    const pairs = this.#series.get(from) ?? new Map<string, Series>();
    const series = pairs.get(to) ?? [];
    this.#series.set(from, pairs.set(to, series));
    return series;
  }
}

function byDayAndWorth(left: RateEntry, right: RateEntry): number {
  if (left.date !== right.date) return left.date < right.date ? -1 : 1;
  return worthOf(left) - worthOf(right) || left.rate.compare(right.rate);
}

function worthOf({ source, inverse }: RateEntry): number {
  return (source === 'REFERENCE' ? 2 : 0) + (inverse ? 0 : 1);
}
