import type { LogLevel } from '../../../interfaces/enumerations/log-level.js';
import { formatValue } from '../format-value.js';
import { writeLog } from '../log.js';

/** A console whose lines go to the host's log. */
export function makeConsole(): object {
  const line =
    (level: LogLevel) =>
    (...values: unknown[]): void =>
      writeLog(level, values.map((value) => formatValue(value)).join(' '));
  return {
    debug: line('debug'),
    trace: line('debug'),
    log: line('info'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    assert: (condition?: unknown, ...values: unknown[]): void => {
      if (!condition) line('error')('assertion failed', ...values);
    },
  };
}
