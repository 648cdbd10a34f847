import { ProblemError, type CalendarDate } from '@bourse/sdk';
import type { BookingTime } from '../../statement/booking-time.js';
import { RowError } from '../../statement/row-error.js';

/** The zone whose days bookings belong to. The API tells times in UTC, the exported history in the zone of the user. */
export class Zone {
  readonly name: string;

  /** @throws ProblemError INVALID_REQUEST where there is no such zone */
  constructor(name: string) {
    this.name = name;
    try {
      this.startOf('2000-01-01');
    } catch {
      throw new ProblemError({
        code: 'INVALID_REQUEST',
        message: 'The time zone of the settings does not exist.',
        remedy: 'Give one such as Europe/Amsterdam.',
      });
    }
  }

  /** Milliseconds since 1970 at which a day begins. */
  startOf(date: CalendarDate, days = 0): number {
    return Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(this.name).epochMilliseconds;
  }

  /**
   * What the exported history prints of an instant. A fraction of zeros is left out, as it is there.
   *
   * @throws RowError where the text is no instant
   */
  bookingTime(text: string): BookingTime {
    const instant = parseInstant(text);
    if (instant === undefined) throw new RowError('The time of the booking cannot be read.', 'time');
    const local = instant.toZonedDateTimeISO(this.name);
    return {
      date: local.toPlainDate().toString(),
      instant: text.replace(/\.0+Z$/, 'Z'),
      printedTime: local.toPlainTime().toString(),
    };
  }
}

/** Instants are in UTC and end in `Z`. */
function parseInstant(text: string): Temporal.Instant | undefined {
  try {
    return text.endsWith('Z') ? Temporal.Instant.from(text) : undefined;
  } catch {
    return undefined;
  }
}
