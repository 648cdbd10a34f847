import type { LogLevel } from '../../interfaces/enumerations/log-level.js';
import type { JsonObject } from '../channel/json.js';
import { holds } from './belts.js';
import { now } from './clock.js';
import { send } from './channel.js';

/** Characters of one line. */
const LINE_LIMIT = 8 * 1024;

/** Lines in a row, and lines per second of the host's clock, before lines are dropped. */
const BURST = 1_000;
const PER_SECOND = 200;

let allowance = BURST;
let refilledAt = 0;
let dropped = 0;

/** Sends one line to the host, unless the plugin writes more of them than anybody could read. */
export function writeLog(level: LogLevel, text: string, fields?: JsonObject): void {
  refill();
  if (allowance < 1 && holds('floodLimits')) {
    dropped += 1;
    return;
  }
  allowance -= 1;
  if (dropped > 0) {
    send({ type: 'log', level: 'warn', message: `${dropped} lines dropped` });
    dropped = 0;
  }
  const message = text.length > LINE_LIMIT ? `${text.slice(0, LINE_LIMIT)}…` : text;
  send({ type: 'log', level, message, ...(fields === undefined ? {} : { fields }) });
}

function refill(): void {
  const seconds = (now() - refilledAt) / 1_000;
  refilledAt = now();
  if (seconds > 0) allowance = Math.min(BURST, allowance + seconds * PER_SECOND);
}
