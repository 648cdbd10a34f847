import { z } from 'zod';
import { LOG_LEVELS, type LogFields, type LogLevel } from '../interfaces/index.js';
import { BoundedHistory } from './bounded-history.js';
import type { HostDatabase } from './host-database.js';

/** A line that a plugin wrote to its log: text from a stranger. */
export interface LogLine {
  readonly at: string;
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: LogFields;
}

/** Lines kept of one plugin. */
const KEPT = 2_000;

const Row = z.object({ at: z.string(), level: z.enum(LOG_LEVELS), message: z.string(), fields: z.string() });
const Fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * What plugins wrote to their logs. Lines that arrive in one turn of the event loop are written in one transaction at
 * its end; {@link flush} writes them at once.
 */
export class LogRecords {
  readonly #history: BoundedHistory;
  readonly #onLost: (reason: string) => void;
  readonly #waiting = new Map<string, LogLine[]>();
  #turn: NodeJS.Immediate | undefined;

  /** @param onLost Told why lines could not be written; they are lost, and the plugin goes on. */
  constructor(database: HostDatabase, onLost: (reason: string) => void) {
    this.#onLost = onLost;
    this.#history = new BoundedHistory(database, {
      table: 'log_line',
      columns: ['at', 'level', 'message', 'fields'],
      limit: KEPT,
    });
  }

  append(pluginId: string, line: LogLine): void {
    const lines = this.#waiting.get(pluginId);
    if (lines === undefined) this.#waiting.set(pluginId, [line]);
    else lines.push(line);
    this.#turn ??= setImmediate(() => this.flush());
  }

  /** Writes the lines that wait. */
  flush(): void {
    clearImmediate(this.#turn);
    this.#turn = undefined;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [pluginId, lines] of waiting) {
      try {
        this.#history.append(pluginId, ...lines.slice(-KEPT).map(toValues));
      } catch (error) {
        this.#onLost(`${lines.length} log lines of "${pluginId}" could not be written: ${String(error)}`);
      }
    }
  }

  /** Lines since an instant, oldest first. */
  since(pluginId: string, at: string): LogLine[] {
    this.flush();
    return this.#history.since(pluginId, at).map((row) => {
      const { fields, ...line } = Row.parse(row);
      return { ...line, fields: Fields.parse(JSON.parse(fields)) };
    });
  }
}

function toValues({ at, level, message, fields }: LogLine): string[] {
  return [at, level, message, JSON.stringify(fields)];
}
