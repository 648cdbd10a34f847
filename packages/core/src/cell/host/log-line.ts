import type { LogLevel } from '../../interfaces/enumerations/log-level.js';
import type { JsonObject } from '../channel/json.js';

/** One line of a plugin's log: text of a stranger, not made printable yet. */
export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields?: JsonObject;
}
