import type { CalendarDate, Instant } from '@bourse/core/interfaces';
import { findDayOffset } from './day-offset.js';

/**
 * The instant of a local time (`HH:mm`, with seconds and a fraction if printed), or undefined when the zone's clocks
 * show that time twice or never.
 */
export function toInstant(date: CalendarDate, time: string, zone: string): Instant | undefined {
  const offset = findDayOffset(date, zone) ?? findOffset(date, time, zone);
  if (offset === undefined) return undefined;
  const [clock = '', fraction] = time.split('.');
  const seconds = new Date(Date.parse(`${date}T${clock}Z`) - offset).toISOString().slice(0, 19);
  return fraction === undefined ? `${seconds}Z` : `${seconds}.${fraction}Z`;
}

/** Milliseconds that local time is ahead of UTC at a moment of a day on which the clocks change. */
function findOffset(date: CalendarDate, time: string, zone: string): number | undefined {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  return earlier.equals(later) ? earlier.offsetNanoseconds / 1e6 : undefined;
}
