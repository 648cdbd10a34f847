import {
  isCalendarDate,
  isCurrency,
  PAGE_MAX_ITEMS,
  ProblemError,
  type Page,
  type RatesRequest,
  type ReferenceRate,
  type UnclassifiedItem,
} from '@bourse/sdk';
import { fileFor, readFile } from './files.js';
import type { RateDay } from './read/rate-day.js';
import type { EcbSettings } from './settings.js';
import { UntoldRates } from './untold-rates.js';

/** Days are those of Frankfurt. */
const ZONE = 'Europe/Berlin';

/** The rates of the files, in pages of whole days, oldest first. */
export class ReferenceRates {
  readonly #format: EcbSettings['format'];
  /** Codes of currencies that the contract does not know, whose rates were not told. */
  readonly #unknown = new Set<string>();
  /** The file that the pages which are being read come from. */
  #open: { readonly name: string; readonly days: readonly RateDay[] } | undefined;

  constructor(format: EcbSettings['format']) {
    this.#format = format;
  }

  get unknownCurrencies(): readonly string[] {
    return [...this.#unknown].sort();
  }

  /** A cursor is the first day of the next page. */
  async listFxRates({ since, until = '9999-12-31', cursor }: RatesRequest): Promise<Page<ReferenceRate>> {
    if (cursor !== undefined && !isCalendarDate(cursor)) {
      throw new ProblemError({ code: 'INVALID_REQUEST', message: 'The cursor belongs to another list.' });
    }
    const from = cursor ?? since ?? '';
    const days = await this.#daysOf(fileFor(since, today(), this.#format), cursor !== undefined);
    const items: ReferenceRate[] = [];
    const untold = new UntoldRates();
    for (const day of days) {
      if (day.date < from || day.date > until) continue;
      const told = day.rates.filter(({ currency }) => isCurrency(currency));
      if (items.length + told.length > PAGE_MAX_ITEMS) {
        return { items, ...this.#report(untold), cursor: day.date };
      }
      items.push(...told.map((rate) => toRate(rate, day.date)));
      untold.add(day);
    }
    this.#open = undefined;
    return { items, ...this.#report(untold) };
  }

  #report(untold: UntoldRates): { unclassified?: UnclassifiedItem[] } {
    for (const currency of untold.currencies) this.#unknown.add(currency);
    const unclassified = untold.list();
    return unclassified.length === 0 ? {} : { unclassified };
  }

  async #daysOf(name: string, goesOn: boolean): Promise<readonly RateDay[]> {
    if (!goesOn || this.#open?.name !== name) this.#open = { name, days: await readFile(name) };
    return this.#open.days;
  }
}

function toRate({ currency, rate }: RateDay['rates'][number], date: string): ReferenceRate {
  return { base: 'EUR', quote: currency, rate, source: 'REFERENCE', date };
}

function today(): string {
  return Temporal.Instant.fromEpochMilliseconds(Date.now()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}
