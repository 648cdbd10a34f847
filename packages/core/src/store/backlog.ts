import type { WriteQueue } from './write-queue.js';

export interface BacklogOptions<Entry> {
  /** What the entries are, in the plural. */
  readonly what: string;
  /** So many entries of one key may wait; beyond that the oldest are lost, which is told. */
  readonly limit: number;
  /** Writes entries of one key, the oldest first. */
  readonly write: (key: string, entries: readonly Entry[]) => void;
  /** When entries are written: each at once, or those of one turn of the event loop together. */
  readonly when?: 'now' | 'turn';
}

/** Entries that wait to be written, by key. Whoever reads what is written has to read them too. */
export class Backlog<Entry> {
  readonly #queue: WriteQueue;
  readonly #options: BacklogOptions<Entry>;
  readonly #entries = new Map<string, readonly Entry[]>();
  /** How many entries were lost since the last that were written. */
  readonly #lost = new Map<string, number>();

  constructor(queue: WriteQueue, options: BacklogOptions<Entry>) {
    this.#queue = queue;
    this.#options = options;
  }

  add(key: string, ...entries: readonly Entry[]): void {
    const { what, limit, when } = this.#options;
    const waiting = [...this.of(key), ...entries];
    this.#entries.set(key, waiting);
    this.#queue.add(
      {
        name: `${what} ${key}`,
        write: () => this.#write(key),
        settle: () => this.#settle(key),
        describe: () => `${this.of(key).length} ${what} of "${key}"`,
      },
      waiting.length < limit ? when : 'now',
    );
    this.#dropBeyondLimit(key);
  }

  /** The entries of a key that wait, the oldest first. */
  of(key: string): readonly Entry[] {
    return this.#entries.get(key) ?? [];
  }

  /** Forgets the entries of a key that wait. */
  clear(key: string): void {
    this.#entries.delete(key);
  }

  #write(key: string): void {
    const entries = this.of(key);
    if (entries.length > 0) this.#options.write(key, entries);
  }

  #dropBeyondLimit(key: string): void {
    const waiting = this.of(key);
    const beyond = waiting.length - this.#options.limit;
    if (beyond <= 0) return;
    this.#entries.set(key, waiting.slice(beyond));
    this.#lost.set(key, (this.#lost.get(key) ?? 0) + beyond);
  }

  #settle(key: string): void {
    this.clear(key);
    const lost = this.#lost.get(key);
    if (lost === undefined) return;
    this.#lost.delete(key);
    this.#queue.tellLost(
      `${lost} ${this.#options.what} of "${key}" were lost while they could not be written.`,
    );
  }
}
