import { dataError } from '../errors.js';
import { Refusal } from '../refusal.js';
import { easternTime } from '../scenario/eastern.js';

const MINUTE_MS = 60_000;
const PATTERN = /^(\d{1,2})(Min|T|Hour|H|Day|D)$/;

/** Cuts a trading day into the spans of its bars. */
export interface Timeframe {
  readonly letter: 'M' | 'H' | 'D';
  /** Beginnings and ends, in milliseconds since 1970-01-01T00:00:00Z. */
  spans(day: string): readonly { readonly start: number; readonly end: number }[];
}

/** @throws Refusal for a timeframe that the documentation does not name, and for weeks and months, which are not emulated */
export function readTimeframe(text: string | null): Timeframe {
  const [, count = '', unit = ''] = PATTERN.exec(text ?? '') ?? [];
  const size = Number(count);
  if ((unit === 'Day' || unit === 'D') && size === 1) return DAY;
  if ((unit === 'Hour' || unit === 'H') && size >= 1 && size <= 23) return intraday('H', size * 60);
  if ((unit === 'Min' || unit === 'T') && size >= 1 && size <= 59) return intraday('M', size);
  throw new Refusal(dataError(400, `invalid timeframe: ${text ?? ''}`));
}

/** The bar of a day begins at midnight in New York. */
const DAY: Timeframe = {
  letter: 'D',
  spans: (day) => [{ start: easternTime(day), end: easternTime(day, '16:00') }],
};

function intraday(letter: 'M' | 'H', minutes: number): Timeframe {
  const step = minutes * MINUTE_MS;
  return {
    letter,
    spans: (day) => {
      const close = easternTime(day, '16:00');
      const first = Math.floor(easternTime(day, '09:30') / step) * step;
      const count = Math.ceil((close - first) / step);
      return Array.from({ length: count }, (_, index) => ({
        start: first + index * step,
        end: first + (index + 1) * step,
      }));
    },
  };
}
