import { isCurrency, type UnclassifiedItem } from '@bourse/sdk';
import type { RateDay } from './read/rate-day.js';

/** The days on which a currency has rates that are not told. */
interface Days {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/** Rates of currencies that the contract does not know: nothing can be booked in them. Each is reported once, with its days. */
export class UntoldRates {
  readonly #days = new Map<string, Days>();

  get currencies(): readonly string[] {
    return [...this.#days.keys()];
  }

  add({ date, rates }: RateDay): void {
    for (const { currency } of rates) if (!isCurrency(currency)) this.#count(currency, date);
  }

  list(): UnclassifiedItem[] {
    return [...this.#days]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([currency, { first, last, count }]) => ({
        text: `${currency}: ${count} rates, ${first} to ${last}`,
        reason: `${currency} is no currency that records can be in, so its rates are left out.`,
      }));
  }

  #count(currency: string, date: string): void {
    const { first, last, count } = this.#days.get(currency) ?? { first: date, last: date, count: 0 };
    this.#days.set(currency, {
      first: date < first ? date : first,
      last: date > last ? date : last,
      count: count + 1,
    });
  }
}
