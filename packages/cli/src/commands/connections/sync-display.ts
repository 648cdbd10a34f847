import { printable } from '@bourse/core';
import type { SyncEvent } from '@bourse/portfolio';
import type { Terminal } from '../../output/terminal.js';
import { listName } from './list-name.js';

/** Between what a line says of a connection. */
const GAP = '  ';

/** Shows what each connection is doing and what is left, one line each; where nobody looks, a line for each step. */
export class SyncDisplay {
  readonly #terminal: Pick<Terminal, 'progress' | 'writeErrorLines'>;
  readonly #latest = new Map<string, SyncEvent>();
  readonly #width: number;
  /** Milliseconds since 1970. */
  readonly #now: () => number;

  /** @param ids The connections, in the order of their lines. */
  constructor(
    terminal: Pick<Terminal, 'progress' | 'writeErrorLines'>,
    ids: readonly string[],
    now: () => number = Date.now,
  ) {
    this.#terminal = terminal;
    this.#now = now;
    this.#width = Math.max(0, ...ids.map((id) => id.length));
  }

  show(event: SyncEvent): void {
    const { connectionId, what, waitsUntil } = event;
    const isStep = this.#latest.get(connectionId)?.what !== what || waitsUntil !== undefined;
    this.#latest.set(connectionId, event);
    const { progress } = this.#terminal;
    if (progress.isVisible) progress.update(this.#lines(), isStep);
    else if (isStep) void this.#terminal.writeErrorLines([this.#lineOf(event)]);
  }

  /** Connections that are done give way to those that are not. */
  #lines(): string[] {
    const events = [...this.#latest.values()].sort(
      (one, other) => Number(one.left === 0) - Number(other.left === 0),
    );
    return events.map((event) => this.#lineOf(event));
  }

  #lineOf({ connectionId, what, records, pages, done, left, waitsUntil, waitsFor }: SyncEvent): string {
    const isList = what !== 'login' && left > 0;
    return [
      printable(connectionId).padEnd(this.#width),
      listName(what),
      ...(records === 0
        ? []
        : [`${pages === 0 ? '' : `page ${pages}, `}${records.toLocaleString('en')} records`]),
      ...(isList ? [`${done + 1} of ${done + left}`] : []),
      ...(waitsUntil === undefined
        ? []
        : [
            `waiting ${reasonOf(waitsFor)} (${Math.max(0, Math.ceil((waitsUntil - this.#now()) / 1_000))} s)`,
          ]),
    ].join(GAP);
  }
}

function reasonOf(why: SyncEvent['waitsFor']): string {
  return why === 'RATE_LIMITED' ? 'for the rate limit' : 'before asking again';
}
