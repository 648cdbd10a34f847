import { z } from 'zod';
import type { HostDatabase } from '../../store/index.js';
import { addTo, freeAt, freeIn, type RateWindow } from './rate-window.js';

const Row = z.object({ content: z.string(), paused_until: z.number() });
const WindowSchema = z.record(z.string(), z.number());

/** What was granted of what was asked for. */
export interface Grant {
  readonly granted: number;
  /** When to ask for the rest, in milliseconds since 1970. */
  readonly nextAt: number;
}

/** The requests of the last minute toward each origin and account, counted for all hosts together. */
export class RateRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  /**
   * Takes up to so many requests.
   *
   * @param perMinute Undefined where only pauses count.
   * @param now Milliseconds since 1970.
   */
  async take(key: string, wanted: number, perMinute: number | undefined, now: number): Promise<Grant> {
    if (perMinute === undefined) return this.#pausedGrant(this.pausedUntil(key), wanted, now);
    return this.#database.write(() => {
      const { window, pausedUntil } = this.#read(key);
      if (pausedUntil > now) return { granted: 0, nextAt: pausedUntil };
      const granted = Math.min(wanted, freeIn(window, perMinute, now));
      const next = addTo(window, granted, now);
      if (granted > 0) this.#save(key, next, pausedUntil);
      return { granted, nextAt: freeAt(next, now) };
    });
  }

  /** Milliseconds since 1970; 0 where there is no pause. */
  pausedUntil(key: string): number {
    return this.#read(key).pausedUntil;
  }

  /** Lets nobody make requests before `until`; a longer pause stays. */
  async pause(key: string, until: number): Promise<void> {
    await this.#database.write(() => {
      const { window, pausedUntil } = this.#read(key);
      if (until > pausedUntil) this.#save(key, window, until);
    });
  }

  #pausedGrant(pausedUntil: number, wanted: number, now: number): Grant {
    return pausedUntil > now ? { granted: 0, nextAt: pausedUntil } : { granted: wanted, nextAt: now };
  }

  #read(key: string): { window: RateWindow; pausedUntil: number } {
    const row = this.#database.get('SELECT content, paused_until FROM rate WHERE key = ?', key);
    if (row === undefined) return { window: {}, pausedUntil: 0 };
    const { content, paused_until: pausedUntil } = Row.parse(row);
    return { window: WindowSchema.parse(JSON.parse(content)), pausedUntil };
  }

  #save(key: string, window: RateWindow, pausedUntil: number): void {
    this.#database.run(
      `INSERT INTO rate (key, content, paused_until) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET content = excluded.content, paused_until = excluded.paused_until`,
      key,
      JSON.stringify(window),
      Math.ceil(pausedUntil),
    );
  }
}
