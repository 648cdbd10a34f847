import { LOG_LEVELS, type LogLevel } from '@bourse/core/interfaces';
import { plainJson } from './json-chunks.js';
import type { OutputStream } from './output-stream.js';

/** What a log line says besides its message. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes log lines as JSON, one a line. */
export class Logger {
  readonly #stream: OutputStream;
  readonly #least: number;
  readonly #now: () => number;

  /** @param least The least level that is written; absent where nothing is. */
  constructor(stream: OutputStream, least: LogLevel | undefined, now: () => number) {
    this.#stream = stream;
    this.#least = least === undefined ? LOG_LEVELS.length : LOG_LEVELS.indexOf(least);
    this.#now = now;
  }

  log(level: LogLevel, message: string, fields: LogFields = {}): void {
    if (LOG_LEVELS.indexOf(level) < this.#least) return;
    const line = plainJson({ at: new Date(this.#now()).toISOString(), level, message, ...fields });
    void this.#stream.write([`${line}\n`]);
  }
}
