import { Random } from '@bourse/sdk/emulator';

/** The rates of a day as the bank prints them; a currency that has none is not there. */
export interface PublishedDay {
  readonly date: string;
  readonly rates: Readonly<Record<string, string>>;
}

/** Everything that was ever published; newest first. */
export interface EcbScenario {
  days: PublishedDay[];
}

/** A currency, about what 1 EUR costs in it, its decimals, and when it is listed. */
interface Listing {
  readonly code: string;
  readonly rate: number;
  readonly digits: number;
  readonly until?: string;
  readonly from?: string;
  /** No rates in between. */
  readonly gap?: readonly [string, string];
}

const LISTINGS: readonly Listing[] = [
  { code: 'USD', rate: 1.16, digits: 4 },
  { code: 'JPY', rate: 180, digits: 2 },
  { code: 'BGN', rate: 1.9558, digits: 4, until: '2025-12-31' },
  { code: 'CYP', rate: 0.585, digits: 5, until: '2007-12-31' },
  { code: 'CZK', rate: 24.2, digits: 3 },
  { code: 'GBP', rate: 0.88, digits: 5 },
  { code: 'CHF', rate: 0.93, digits: 4 },
  { code: 'ISK', rate: 147, digits: 2, gap: ['2008-12-10', '2018-01-31'] },
  { code: 'HRK', rate: 7.53, digits: 4, until: '2022-12-31' },
  { code: 'RUB', rate: 85, digits: 4, until: '2022-03-01' },
  { code: 'TRL', rate: 1_700_000, digits: 0, until: '2004-12-31' },
  { code: 'TRY', rate: 45, digits: 4, from: '2005-01-03' },
];

/** Days on which the payment system of the euro is closed every year, weekends apart. */
const CLOSED = new Set(['01-01', '05-01', '12-25', '12-26']);

/** Rates from one day to another, as a walk that is the same for the same seed. */
export function tellRates(from: string, to: string, seed = 1999): EcbScenario {
  const random = new Random(seed);
  const factors = new Map(LISTINGS.map(({ code }) => [code, 1]));
  const days: PublishedDay[] = [];
  const last = Temporal.PlainDate.from(to);
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const date = day.toString();
    if (day.dayOfWeek > 5 || CLOSED.has(date.slice(5))) continue;
    const listed = LISTINGS.filter((listing) => isListed(listing, date));
    const rates = listed.map(({ code, rate, digits }) => {
      const factor = (factors.get(code) ?? 1) * (1 + (random.next() - 0.5) * 0.004);
      factors.set(code, factor);
      return [code, (rate * factor).toFixed(digits)] as const;
    });
    days.push({ date, rates: Object.fromEntries(rates) });
  }
  return { days: days.reverse() };
}

function isListed({ from = '', until = '9999', gap }: Listing, date: string): boolean {
  return date >= from && date <= until && (gap === undefined || date < gap[0] || date > gap[1]);
}

/** The columns of the history: every currency that was ever listed, in the order of the bank. */
export const COLUMNS: readonly string[] = LISTINGS.map(({ code }) => code);
