import type { BookedDays } from './booked-days.js';
import type { Window } from './windows.js';

/** For so long what was booked is taken for the same: the lists of one sync ask for the same days. */
const FRESH_MILLISECONDS = 2 * 60_000;
/** Records that are kept at most; beyond, days are asked for again. */
const MAX_RECORDS = 20_000;

interface Kept {
  readonly until: number;
  readonly days: Promise<BookedDays>;
  records: number;
}

/** Keeps what was read for a little while, so that the lists of one sync ask the site once. */
export class DayStore {
  readonly #read: (window: Window) => Promise<BookedDays>;
  readonly #kept = new Map<string, Kept>();

  constructor(read: (window: Window) => Promise<BookedDays>) {
    this.#read = read;
  }

  async get(window: Window): Promise<BookedDays> {
    const key = `${window.from} ${window.to}`;
    const known = this.#kept.get(key);
    if (known !== undefined && known.until > Date.now()) return known.days;
    const kept: Kept = { until: Date.now() + FRESH_MILLISECONDS, days: this.#read(window), records: 0 };
    this.#kept.set(key, kept);
    try {
      const days = await kept.days;
      kept.records = Object.values(days).reduce((sum, list: readonly unknown[]) => sum + list.length, 0);
      this.#dropOldest();
      return days;
    } catch (error) {
      this.#kept.delete(key);
      throw error;
    }
  }

  clear(): void {
    this.#kept.clear();
  }

  #dropOldest(): void {
    let records = [...this.#kept.values()].reduce((sum, kept) => sum + kept.records, 0);
    for (const [key, kept] of this.#kept) {
      if (records <= MAX_RECORDS) return;
      this.#kept.delete(key);
      records -= kept.records;
    }
  }
}
