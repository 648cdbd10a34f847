import type { JsonObject, JsonValue } from '../channel/json.js';
import { LOG_FIELD_LIMIT, LOG_FIELDS_LIMIT } from '../channel/log-limits.js';
import { formatValue } from './format-value.js';
import { isRecord } from './is-record.js';
import { writeLog } from './log.js';

/** The log in the plugin's context. */
export function makePluginLog(): object {
  const line =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: unknown, fields?: unknown): void =>
      writeLog(level, formatValue(message), readFields(fields));
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** Plain values alone, few and short: fields are for people. */
function readFields(fields: unknown): JsonObject | undefined {
  if (!isRecord(fields)) return undefined;
  const entries = Object.entries(Object.getOwnPropertyDescriptors(fields)).slice(0, LOG_FIELDS_LIMIT);
  return Object.fromEntries(
    entries.flatMap(([name, { value }]) =>
      isPlain(value) ? [[name.slice(0, LOG_FIELD_LIMIT), clipped(value)]] : [],
    ),
  );
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function clipped(value: string | number | boolean): JsonValue {
  return typeof value === 'string' ? value.slice(0, LOG_FIELD_LIMIT) : value;
}
