import type { LogLevel } from '../../interfaces/enumerations/log-level.js';
import type { JsonObject } from '../channel/json.js';
import { LOG_LINE_LIMIT } from '../channel/log-limits.js';
import { Allowance } from './allowance.js';
import { send } from './channel.js';

const lines = new Allowance(1_000, 200);
let dropped = 0;

/** Sends one line to the host, unless the plugin writes more of them than anybody could read. */
export function writeLog(level: LogLevel, text: string, fields?: JsonObject): void {
  if (!lines.take()) {
    dropped += 1;
    return;
  }
  if (dropped > 0) send({ type: 'log', level: 'warn', message: `${dropped} lines dropped` });
  dropped = 0;
  const message = text.length > LOG_LINE_LIMIT ? `${text.slice(0, LOG_LINE_LIMIT)}…` : text;
  send({ type: 'log', level, message, ...(fields === undefined ? {} : { fields }) });
}
