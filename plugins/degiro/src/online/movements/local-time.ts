import type { CalendarDate, Instant } from '@bourse/sdk';
import { malformed } from '../json/parse-json.js';

const ZONE = 'Europe/Amsterdam';

/** A time of the site, as its clocks show it and as it is. */
export interface SiteTime {
  readonly date: CalendarDate;
  /** To the minute, as the account statement prints it. */
  readonly printedTime: string;
  /** The minute that it lies in. */
  readonly minute: Instant;
  readonly instant: Instant;
}

/**
 * Reads a time with its offset, such as `2025-01-20T15:31:28+01:00`.
 *
 * @throws ProblemError MALFORMED_RESPONSE
 */
export function readSiteTime(text: string, path: string): SiteTime {
  const instant = parseInstant(text);
  if (instant === undefined) throw malformed('The answer has no time where one must be.', path);
  const local = instant.toZonedDateTimeISO(ZONE);
  const minute = instant.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  return {
    date: local.toPlainDate().toString(),
    printedTime: local.toPlainTime().toString().slice(0, 5),
    minute: minute.toString(),
    instant: instant.toString(),
  };
}

function parseInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
