import {
  isCalendarDate,
  isCurrency,
  PAGE_MAX_ITEMS,
  ProblemError,
  type Page,
  type RatesRequest,
  type ReferenceRate,
} from '@bourse/sdk';
import { fileFor, readFile } from './files.js';
import type { RateDay } from './read/rate-day.js';
import type { EcbSettings } from './settings.js';

/** Days are those of Frankfurt. */
const ZONE = 'Europe/Berlin';

/** The rates of the files, in pages of whole days, oldest first. */
export class ReferenceRates {
  readonly #format: EcbSettings['format'];
  /** The file that the pages which are being read come from. */
  #open: { readonly name: string; readonly days: readonly RateDay[] } | undefined;

  constructor(format: EcbSettings['format']) {
    this.#format = format;
  }

  /** A cursor is the first day of the next page. */
  async listFxRates({ since, until = '9999-12-31', cursor }: RatesRequest): Promise<Page<ReferenceRate>> {
    if (cursor !== undefined && !isCalendarDate(cursor)) {
      throw new ProblemError({ code: 'INVALID_REQUEST', message: 'The cursor belongs to another list.' });
    }
    const from = cursor ?? since ?? '';
    const days = await this.#daysOf(fileFor(since, today(), this.#format), cursor !== undefined);
    const items: ReferenceRate[] = [];
    for (const day of days) {
      if (day.date < from || day.date > until) continue;
      const rates = toRates(day);
      if (items.length + rates.length > PAGE_MAX_ITEMS) return { items, cursor: day.date };
      items.push(...rates);
    }
    this.#open = undefined;
    return { items };
  }

  async #daysOf(name: string, goesOn: boolean): Promise<readonly RateDay[]> {
    if (!goesOn || this.#open?.name !== name) this.#open = { name, days: await readFile(name) };
    return this.#open.days;
  }
}

/** Currencies that ISO 4217 does not list any more are left out: nothing can be booked in them. */
function toRates({ date, rates }: RateDay): ReferenceRate[] {
  return rates
    .filter(({ currency }) => isCurrency(currency))
    .map(({ currency, rate }) => ({ base: 'EUR', quote: currency, rate, source: 'REFERENCE', date }));
}

function today(): string {
  return Temporal.Instant.fromEpochMilliseconds(Date.now()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}
