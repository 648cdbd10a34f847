const ZONE = 'America/New_York';

/** The zone of Alpaca's calendar: dates of bookings, sessions and the first part of every activity id. */
function toEastern(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
}

/** Milliseconds since 1970-01-01T00:00:00Z of a local time, such as `09:30`, in New York. */
export function easternTime(date: string, time = '00:00'): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE).epochMilliseconds;
}

/** `YYYY-MM-DD` in New York. */
export function easternDate(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The first part of the id of a fill: its time in New York as `yyyymmddHHMMSSmmm`. */
export function fillStamp(instant: string): string {
  const local = toEastern(instant).toPlainDateTime().toString({ fractionalSecondDigits: 3 });
  return local.replaceAll(/\D/g, '');
}

/** The first part of the id of any other activity: its date and zeros. */
export function dateStamp(date: string): string {
  return `${date.replaceAll('-', '')}000000000`;
}

/** The instant as Alpaca prints it in New York: with nine digits and the offset. */
export function printEastern(epochMs: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(ZONE);
  return `${local.toPlainDateTime().toString({ fractionalSecondDigits: 9 })}${local.offset}`;
}
