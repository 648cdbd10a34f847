import { z } from 'zod';
import { LOG_LEVELS, type LogFields, type LogLevel } from '../interfaces/index.js';
import { BoundedHistory } from './bounded-history.js';
import type { HostDatabase } from './host-database.js';
import type { WriteQueue } from './write-queue.js';

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

/** What plugins wrote to their logs. Lines that arrive in one turn of the event loop are written together at its end. */
export class LogRecords {
  readonly #history: BoundedHistory;

  constructor(database: HostDatabase, queue: WriteQueue) {
    this.#history = new BoundedHistory(database, queue, {
      table: 'log_line',
      what: 'log lines',
      columns: ['at', 'level', 'message', 'fields'],
      limit: KEPT,
      when: 'turn',
    });
  }

  append(pluginId: string, { at, level, message, fields }: LogLine): void {
    this.#history.append(pluginId, [at, level, message, JSON.stringify(fields)]);
  }

  /** Lines since an instant, oldest first. */
  since(pluginId: string, at: string): LogLine[] {
    return this.#history.since(pluginId, at).map((row) => {
      const { fields, ...line } = Row.parse(row);
      return { ...line, fields: Fields.parse(JSON.parse(fields)) };
    });
  }
}
