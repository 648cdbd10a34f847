import { invalid } from '../errors.js';
import { Refusal } from '../refusal.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Milliseconds since 1970-01-01T00:00:00Z of a parameter: a date in UTC, or RFC 3339. */
export function readInstant(text: string | null, name: string): number | undefined {
  if (text === null) return undefined;
  const instant = INSTANT.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant)) throw new Refusal(invalid(`${name} is no date: ${text}`));
  return instant;
}
