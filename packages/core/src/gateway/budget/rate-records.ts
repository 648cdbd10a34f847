import { z } from 'zod';
import { RememberedReads, type HostDatabase } from '../../store/index.js';
import { addTo, freeAt, freeIn, slotEnd, type RateWindow } from './rate-window.js';

const Row = z.object({ content: z.string(), paused_until: z.number() });
const WindowSchema = z.record(z.string(), z.number());

/** What was granted of what was asked for. */
export interface Grant {
  readonly granted: number;
  /** When to ask for the rest, in milliseconds since 1970. */
  readonly nextAt: number;
}

/** One in so many requests of a minute is taken in advance, so that not each of them is a write of host.db. */
const ADVANCE_PART = 30;

/** The longest pause that an institution can ask for, in milliseconds. */
export const LONGEST_PAUSE_MS = 3_600_000;

/** Requests that are counted already and may still be made. */
interface Advance {
  readonly perMinute: number;
  readonly until: number;
  left: number;
}

/** The requests of the last minute toward each origin and account, counted for all hosts together. */
export class RateRecords {
  readonly #database: HostDatabase;
  readonly #pauses: RememberedReads<number>;
  readonly #advances = new Map<string, Advance>();

  constructor(database: HostDatabase) {
    this.#database = database;
    this.#pauses = new RememberedReads(database, (key) => this.pausedUntil(key));
  }

  /** Takes one request where that needs no word to other hosts: only pauses count, or it was counted in advance. */
  takeAtOnce(key: string, perMinute: number | undefined, now: number): boolean {
    if (isPaused(this.#pauses.of(key), now)) return false;
    if (perMinute === undefined) return true;
    const advance = this.#advances.get(key);
    if (advance === undefined || advance.left === 0 || advance.perMinute > perMinute) return false;
    if (slotEnd(now) !== advance.until) return false;
    advance.left -= 1;
    return true;
  }

  /**
   * Takes up to so many requests.
   *
   * @param perMinute Undefined where only pauses count.
   * @param now Milliseconds since 1970.
   */
  async take(key: string, wanted: number, perMinute: number | undefined, now: number): Promise<Grant> {
    if (perMinute === undefined) return this.#pausedGrant(this.pausedUntil(key), wanted, now);
    const { left, ...grant } = await this.#database.write(() => {
      const { window, pausedUntil } = this.#read(key);
      if (isPaused(pausedUntil, now)) return { granted: 0, left: 0, nextAt: pausedUntil };
      const free = freeIn(window, perMinute, now);
      const granted = Math.min(wanted, free);
      // Never more than half of what is left, so that nobody waits for what another host has taken and does not need.
      const left = granted > 0 ? Math.floor(Math.min(perMinute / ADVANCE_PART, (free - granted) / 2)) : 0;
      const next = addTo(window, granted + left, now);
      if (granted > 0) this.#save(key, next, pausedUntil);
      return { granted, left, nextAt: freeAt(next, now) };
    });
    if (left > 0) this.#advances.set(key, { perMinute, until: slotEnd(now), left });
    return grant;
  }

  /** Milliseconds since 1970; 0 where there is no pause. */
  pausedUntil(key: string): number {
    return this.#read(key).pausedUntil;
  }

  /** Lets nobody make requests before `until`; a longer pause stays. */
  async pause(key: string, until: number): Promise<void> {
    await this.#database.write(() => {
      const { window, pausedUntil } = this.#read(key);
      if (!isPaused(pausedUntil, until)) this.#save(key, window, until);
    });
  }

  #pausedGrant(pausedUntil: number, wanted: number, now: number): Grant {
    return isPaused(pausedUntil, now)
      ? { granted: 0, nextAt: pausedUntil }
      : { granted: wanted, nextAt: now };
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

/** A pause that ends later than any could was written by a clock that was ahead and was set back since. */
function isPaused(until: number, now: number): boolean {
  return until > now && until <= now + LONGEST_PAUSE_MS;
}
