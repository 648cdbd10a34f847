/** Whether month or day stands first in dates with slashes; one report has one order. */
export type DateOrder = 'MDY' | 'DMY';

/** A date as printed, taken apart. */
export interface DateParts {
  readonly year: string;
  /** Undefined for a date with slashes, until the order of its file is known. */
  readonly month?: string;
  readonly day?: string;
  /** First and second number of a date with slashes. */
  readonly slashed?: readonly [string, string];
  /** What follows the date. */
  readonly rest: string;
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

const ISO = /^(\d{4})-(\d{2})-(\d{2})/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})/;
/** The year comes last, so that a time without separator may follow two or four digits. */
const NAMED = [/^(\d{1,2})-([A-Za-z]{3})-(\d{4})/, /^(\d{1,2})-([A-Za-z]{3})-(\d{2})/];
const SLASHED = [/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, /^(\d{1,2})\/(\d{1,2})\/(\d{2})/];

/** From this two-digit year on it is 19yy. No statement is older, and few bonds run longer. */
const LAST_CENTURY = 70;

/** All readings of the date that a text begins with; the caller takes the one whose rest makes sense. */
export function* findDateParts(text: string): Generator<DateParts> {
  const ordered = ISO.exec(text) ?? COMPACT.exec(text);
  if (ordered !== null) {
    const [whole, year = '', month = '', day = ''] = ordered;
    yield { year, month, day, rest: text.slice(whole.length) };
    return;
  }
  for (const pattern of NAMED) yield* namedParts(text, pattern);
  for (const pattern of SLASHED) yield* slashedParts(text, pattern);
}

function* namedParts(text: string, pattern: RegExp): Generator<DateParts> {
  const [whole, day = '', name = '', year = ''] = pattern.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toUpperCase()) + 1;
  if (whole === undefined || month === 0) return;
  yield {
    year: fullYear(year),
    month: twoDigits(String(month)),
    day: twoDigits(day),
    rest: text.slice(whole.length),
  };
}

function* slashedParts(text: string, pattern: RegExp): Generator<DateParts> {
  const [whole, first = '', second = '', year = ''] = pattern.exec(text) ?? [];
  if (whole === undefined) return;
  yield {
    year: fullYear(year),
    slashed: [twoDigits(first), twoDigits(second)],
    rest: text.slice(whole.length),
  };
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return (Number(year) < LAST_CENTURY ? '20' : '19') + year;
}

function twoDigits(text: string): string {
  return text.padStart(2, '0');
}
