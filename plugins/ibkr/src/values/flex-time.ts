import { isCalendarDate, parseLocal, type CalendarDate, type Instant } from '@bourse/sdk';
import { findDateParts, type DateOrder, type DateParts } from './date-parts.js';
import { DEFAULT_ZONE, findZone } from './zones.js';

/** A date as a statement prints it, with its time where it has one. */
export interface FlexTime {
  readonly date: CalendarDate;
  /** `HH:mm:ss`, in the zone in which it is printed. */
  readonly printedTime?: string;
  /** Absent without a time, in an unknown zone, and where the zone's clocks show the time twice or never. */
  readonly instant?: Instant;
  /** True where the zone's clocks show the time twice or never. */
  readonly isAmbiguous?: true;
}

/** Separator, time with or without colons, zone. A half of the day is no zone. */
const TIME =
  /^(?:\s*[;,T\s]\s*)?(\d{2})(:?)(\d{2})\2(\d{2})(?:[\s;,(]*(?![AP]M\b)([A-Za-z+-][\w:+/-]*)\)?)?$/i;

/**
 * Parses a date, with or without a time, in any of the formats that a Flex query can be set to: `yyyyMMdd`,
 * `yyyy-MM-dd`, `MM/dd/yyyy`, `MM/dd/yy`, `dd/MM/yyyy`, `dd/MM/yy`, `dd-MMM-yy`; then `;`, `,`, a space, `T` or nothing;
 * then `HHmmss` or `HH:mm:ss`, and a zone. Times without zone are New York's.
 *
 * @param order needed for dates with slashes only, and only where day and month differ and could be each other
 * @returns undefined for any other text, for dates that do not exist, and where the order is needed and unknown
 */
export function parseFlexTime(text: string, order?: DateOrder): FlexTime | undefined {
  for (const parts of findDateParts(text)) {
    const date = toDate(parts, order);
    if (date !== undefined && parts.rest === '') return { date };
    const time = TIME.exec(parts.rest);
    if (date !== undefined && time !== null) return toTime(date, time);
  }
  return undefined;
}

/** What a date with slashes says about the order of its file: the order, that it fits both, or nothing at all. */
export function tellDateOrder(text: string): DateOrder | 'EITHER' | undefined {
  if (!text.includes('/')) return undefined;
  const isMonthFirst = parseFlexTime(text, 'MDY') !== undefined;
  const isDayFirst = parseFlexTime(text, 'DMY') !== undefined;
  if (isMonthFirst && isDayFirst) return 'EITHER';
  if (isMonthFirst) return 'MDY';
  return isDayFirst ? 'DMY' : undefined;
}

function toDate({ year, month, day, slashed }: DateParts, order: DateOrder | undefined): string | undefined {
  const [first, second] = slashed ?? [];
  if (first === undefined || second === undefined) return existing(`${year}-${month}-${day}`);
  const monthFirst = existing(`${year}-${first}-${second}`);
  const dayFirst = existing(`${year}-${second}-${first}`);
  if (order !== undefined) return order === 'MDY' ? monthFirst : dayFirst;
  return monthFirst === undefined || monthFirst === dayFirst ? dayFirst : onlyOne(monthFirst, dayFirst);
}

function onlyOne(first: string, second: string | undefined): string | undefined {
  return second === undefined ? first : undefined;
}

function existing(date: string): CalendarDate | undefined {
  return isCalendarDate(date) ? date : undefined;
}

function toTime(
  date: CalendarDate,
  [, hour, , minute, second, suffix]: RegExpExecArray,
): FlexTime | undefined {
  const printedTime = `${hour}:${minute}:${second}`;
  const zone = suffix === undefined ? DEFAULT_ZONE : findZone(suffix);
  const local = parseLocal(`${date} ${printedTime}`, 'yyyy-MM-dd HH:mm:ss', zone ?? 'UTC');
  if (local === undefined) return undefined;
  if (local.ambiguous) return { date, printedTime, isAmbiguous: true };
  return {
    date,
    printedTime,
    ...(zone === undefined || local.instant === undefined ? {} : { instant: local.instant }),
  };
}
