import { ProblemError, type PluginLog } from '@bourse/sdk';
import type { Activity } from './api/activity.js';
import { Unclear } from './records/booking.js';

/**
 * Rows that no mapper understands. The lists of the contract have no place for them, so each is told once in the log,
 * and counted in the plugin's health.
 */
export class Unclassified {
  readonly #log: PluginLog;
  readonly #ids = new Set<string>();

  constructor(log: PluginLog) {
    this.#log = log;
  }

  get count(): number {
    return this.#ids.size;
  }

  add({ id, type, date }: Activity, reason: string): void {
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    this.#log.warn('A booking of Alpaca was not understood and is left out.', { id, type, date, reason });
  }

  /** What `map` makes of the row, or nothing where it cannot be understood. */
  try<Result>(activity: Activity, map: () => readonly Result[]): readonly Result[] {
    try {
      return map();
    } catch (error) {
      if (!(error instanceof Unclear) && !(error instanceof ProblemError)) throw error;
      this.add(activity, error.message);
      return [];
    }
  }
}
