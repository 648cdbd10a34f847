import type { CalendarDate } from '@bourse/core/interfaces';

/** Far enough from noon to see every change of the clocks that touches the day. */
const AROUND_NOON = { hours: 37 };

const MAX_ENTRIES = 10_000;

/** Milliseconds by zone and date; null for days on which the clocks change. Asking Temporal for each row is slow. */
const offsets = new Map<string, number | null>();

/** Milliseconds that local time is ahead of UTC all day long; undefined when the clocks change around that day. */
export function findDayOffset(date: CalendarDate, zone: string): number | undefined {
  const key = `${zone} ${date}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MAX_ENTRIES) offsets.clear();
    offset = computeDayOffset(date, zone);
    offsets.set(key, offset);
  }
  return offset ?? undefined;
}

function computeDayOffset(date: CalendarDate, zone: string): number | null {
  const noon = Temporal.PlainDateTime.from(`${date}T12:00`).toZonedDateTime(zone);
  const change = noon.subtract(AROUND_NOON).getTimeZoneTransition('next');
  const isStable = change === null || Temporal.ZonedDateTime.compare(change, noon.add(AROUND_NOON)) > 0;
  return isStable ? noon.offsetNanoseconds / 1e6 : null;
}
