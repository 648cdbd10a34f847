import { parseLocal, quoteCell, type CalendarDate, type Instant, type LocalTime } from '@bourse/sdk';
import type { Column } from './columns.js';
import type { HistoryRow } from './history-row.js';
import { RowError } from './row-error.js';

/** When a row was booked. */
export interface BookingTime {
  /** The date as printed, in the row's own zone. */
  readonly date: CalendarDate;
  readonly instant?: Instant;
  /** The local time as printed, without trailing zeros of a fraction. */
  readonly printedTime?: string;
  /** Why there is a printed time but no instant. */
  readonly doubt?: { readonly column: Column; readonly message: string };
}

const DATE_FORMAT = 'yyyy-MM-dd';

/**
 * Reads date, time and zone of a row. A time that exists twice or never in its zone, and a zone that does not exist,
 * leave the date only.
 *
 * @throws RowError where the date or the time is none.
 */
export function readBookingTime(row: HistoryRow): BookingTime {
  const day = isoDate(row.date);
  if (row.time === '') return { date: requireLocal(row, day, DATE_FORMAT, 'UTC').date };
  // Programs that work with tables save `09:30:00` as `9:30:00`.
  const printed = row.time.replace(/^\d:/, '0$&');
  const text = `${day} ${printed}`;
  const format = `${DATE_FORMAT} ${timeFormat(printed)}`;
  const zone = isZone(row.timezone) ? row.timezone : undefined;
  const { date, instant, printedTime } = requireLocal(row, text, format, zone ?? 'UTC');
  const time = {
    date,
    ...(printedTime === undefined ? {} : { printedTime: withoutTrailingZeros(printedTime) }),
  };
  if (zone === undefined)
    return {
      ...time,
      doubt: { column: 'timezone', message: `There is no time zone ${quoteCell(row.timezone)}` },
    };
  if (instant === undefined)
    return {
      ...time,
      doubt: { column: 'time', message: `In ${zone} the clocks show ${text} twice or never` },
    };
  return { ...time, instant };
}

function requireLocal(row: HistoryRow, text: string, format: string, zone: string): LocalTime {
  const local = parseLocal(text, format, zone);
  if (local !== undefined) return local;
  if (parseLocal(isoDate(row.date), DATE_FORMAT, 'UTC') === undefined)
    throw new RowError(`${quoteCell(row.date)} is no date.`, 'date');
  throw new RowError(`${quoteCell(row.time)} is no time.`, 'time');
}

/**
 * Programs that work with tables save `2024-09-16` as `16.09.2024`. With slashes or dashes the month may come first, so
 * that such dates are none.
 */
function isoDate(date: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date) ?? [];
  return year === '' ? date : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `HH:mm`, with seconds, with up to nine digits of a fraction. */
function timeFormat(time: string): string {
  const fraction = time.length - time.lastIndexOf('.') - 1;
  if (time.includes('.') && fraction >= 1 && fraction <= 9) return `HH:mm:ss.${'S'.repeat(fraction)}`;
  return time.length === 'HH:mm'.length ? 'HH:mm' : 'HH:mm:ss';
}

function withoutTrailingZeros(time: string): string {
  return time.includes('.') ? time.replace(/\.?0+$/, '') : time;
}

const zones = new Map<string, boolean>();

/** The most zones remembered; a file has one or two. */
const ZONES_MAX = 1_000;

function isZone(zone: string): boolean {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  if (zones.size >= ZONES_MAX) zones.clear();
  const exists = canConvertIn(zone);
  zones.set(zone, exists);
  return exists;
}

function canConvertIn(zone: string): boolean {
  try {
    parseLocal('2000-01-01 00:00', 'yyyy-MM-dd HH:mm', zone);
    return true;
  } catch {
    return false;
  }
}
