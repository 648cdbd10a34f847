import { LOG_LEVELS, type LogFields, type LogLevel, type PluginLog } from '@bourse/core/interfaces';

/** A line that a plugin wrote to its log. */
export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields?: LogFields;
}

/** A log that appends to `lines`. */
export function recordLog(lines: LogLine[]): PluginLog {
  const write =
    (level: LogLevel) =>
    (message: string, fields?: LogFields): void =>
      void lines.push(fields === undefined ? { level, message } : { level, message, fields });
  return Object.fromEntries(LOG_LEVELS.map((level) => [level, write(level)])) as PluginLog;
}
