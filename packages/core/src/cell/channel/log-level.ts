import { LOG_LEVELS, type LogLevel } from '../../interfaces/enumerations/log-level.js';

const KNOWN: ReadonlySet<unknown> = new Set(LOG_LEVELS);

export function isLogLevel(value: unknown): value is LogLevel {
  return KNOWN.has(value);
}
