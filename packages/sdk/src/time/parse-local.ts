import { isCalendarDate, type CalendarDate, type Instant } from '@bourse/core/interfaces';
import { compileFormat } from './compile-format.js';
import { toInstant } from './to-instant.js';

/** A local date, or date and time, as a file prints it. */
export interface LocalTime {
  /** The date as printed; never shifted by the zone. */
  readonly date: CalendarDate;
  /** In UTC, fractions of a second as printed. Absent where no time is printed or the time is ambiguous. */
  readonly instant?: Instant;
  /** The local time as digits, for example `09:05:00`; the same for every notation. Goes to `source.printedTime`. */
  readonly printedTime?: string;
  /** True when the local time exists twice or never in the zone. Report it as AMBIGUOUS_TIME. */
  readonly ambiguous: boolean;
}

/**
 * Parses a local date and time that is printed in exactly this format.
 *
 * Tokens: `yyyy`, `yy` (70 and above is 19yy), `MM`, `M`, `MMM` (English, such as Jan), `dd`, `d`, `HH`, `H`, `mm`,
 * `ss`, and `S` for each digit of a fraction. Any other character stands for itself.
 *
 * @param zone IANA name of the zone in which the institution prints its times, for example `Europe/Amsterdam`.
 * @returns undefined when the text does not match or the date does not exist.
 * @throws RangeError for a format or a zone that does not exist: a mistake of the plugin.
 * @example parseLocal('31-03-2024 14:05', 'dd-MM-yyyy HH:mm', 'Europe/Amsterdam')?.instant // '2024-03-31T12:05:00Z'
 */
export function parseLocal(text: string, format: string, zone: string): LocalTime | undefined {
  const fields = compileFormat(format)(text);
  if (fields === undefined) return undefined;
  const date = `${fields.year}-${fields.month}-${fields.day}`;
  if (!isCalendarDate(date)) return undefined;
  if (fields.time === undefined) return { date, ambiguous: false };
  const instant = toInstant(date, fields.time, zone);
  const printedTime = fields.time;
  return instant === undefined
    ? { date, printedTime, ambiguous: true }
    : { date, instant, printedTime, ambiguous: false };
}
