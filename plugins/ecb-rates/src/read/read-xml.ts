import { isCalendarDate } from '@bourse/sdk';
import { SaxesParser } from 'saxes';
import { malformed, readCode, readRate, type RateDay } from './rate-day.js';

/** A day that is being read. */
interface OpenDay {
  readonly date: string;
  readonly rates: { currency: string; rate: string }[];
}

/** Reads an XML file: a `Cube` with a `time` for each day, and in it a `Cube` with `currency` and `rate` for each rate. */
export function readXmlDays(text: string): RateDay[] {
  const days: OpenDay[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw malformed(error.message.slice(0, 200), `line ${parser.line}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== 'Cube') return;
    const place = `line ${parser.line}`;
    const { time, currency, rate } = attributes;
    if (time !== undefined) {
      if (!isCalendarDate(time)) throw malformed(`"${String(time).slice(0, 40)}" is no date.`, place);
      days.push({ date: time, rates: [] });
    } else if (currency !== undefined) {
      const day = days.at(-1);
      const value = readRate(rate ?? '', place);
      if (day === undefined) throw malformed('a rate stands outside of a day.', place);
      if (value !== undefined) day.rates.push({ currency: readCode(currency, place), rate: value });
    }
  });
  parser.write(text).close();
  return days;
}
