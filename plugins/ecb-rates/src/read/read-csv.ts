import { isCalendarDate, type CalendarDate } from '@bourse/sdk';
import { malformed, readCode, readRate, type RateDay } from './rate-day.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const LONG_DATE = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/;

/**
 * Reads a CSV file: a header with `Date` and the currencies, a line for each day, a comma at the end of each. The daily
 * file has a space behind each comma and a date such as `13 April 2026`.
 */
export function readCsvDays(text: string): RateDay[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const [first, ...names] = cellsOf(header);
  if (first !== 'Date') throw malformed('the header does not begin with "Date".', 'line 1');
  const currencies = names.map((name) => readCode(name, 'line 1'));
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [readLine(cellsOf(line), currencies, `line ${index + 2}`)],
  );
}

function readLine(cells: readonly string[], currencies: readonly string[], place: string): RateDay {
  const [date = '', ...values] = cells;
  if (values.length !== currencies.length) {
    throw malformed(`${values.length} rates for ${currencies.length} currencies.`, place);
  }
  const rates = currencies.flatMap((currency, index) => {
    const rate = readRate(values[index] ?? '', place);
    return rate === undefined ? [] : [{ currency, rate }];
  });
  return { date: readDate(date, place), rates };
}

function cellsOf(line: string): string[] {
  const cells = line.split(',').map((cell) => cell.trim());
  return cells.at(-1) === '' ? cells.slice(0, -1) : cells;
}

function readDate(text: string, place: string): CalendarDate {
  const [, day = '', name = '', year = ''] = LONG_DATE.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  const date = month === 0 ? text : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isCalendarDate(date)) return date;
  throw malformed(`"${text.slice(0, 40)}" is no date.`, place);
}
