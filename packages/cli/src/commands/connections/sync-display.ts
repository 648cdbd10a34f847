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

  /** @param ids The connections, in the order of their lines. */
  constructor(terminal: Pick<Terminal, 'progress' | 'writeErrorLines'>, ids: readonly string[]) {
    this.#terminal = terminal;
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

  #lineOf({ connectionId, what, records, pages, done, left, waitsUntil }: SyncEvent): string {
    const isList = what !== 'login' && left > 0;
    return [
      printable(connectionId).padEnd(this.#width),
      listName(what),
      ...(records === 0 ? [] : [`page ${pages}, ${records.toLocaleString('en')} records`]),
      ...(isList ? [`${done + 1} of ${done + left}`] : []),
      ...(waitsUntil === undefined ? [] : [`waits until ${timeOf(waitsUntil)}`]),
    ].join(GAP);
  }
}

/** In UTC, to the second. */
function timeOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM:SS'.length)} UTC`;
}
