import type { SyncEvent } from '@bourse/portfolio';
import type { Progress } from '../../output/progress.js';

const NAMES: Readonly<Record<string, string>> = {
  login: 'logging in',
  cashMovements: 'cash movements',
  corporateActions: 'corporate actions',
  fxRates: 'exchange rates',
};

/** What the lists are called for people. */
export function listName(name: string): string {
  return NAMES[name] ?? name;
}

/** Shows what each connection is doing, side by side on one line. */
export class SyncDisplay {
  readonly #progress: Progress;
  readonly #latest = new Map<string, SyncEvent>();

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  show(event: SyncEvent): void {
    this.#latest.set(event.connectionId, event);
    this.#progress.update([...this.#latest.values()].map(textOf).join(' · '));
  }
}

function textOf({ connectionId, what, records, done, left, waitsUntil }: SyncEvent): string {
  const count = records === 0 ? '' : ` ${records}`;
  const wait =
    waitsUntil === undefined ? '' : `, waits until ${new Date(waitsUntil).toISOString().slice(11, 19)}`;
  const place = what === 'login' ? '' : ` (${done + 1} of ${done + left})`;
  return `${connectionId}: ${listName(what)}${count}${place}${wait}`;
}
