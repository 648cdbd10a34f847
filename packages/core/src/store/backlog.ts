import type { WriteQueue } from './write-queue.js';

export interface BacklogOptions<Entry> {
  /** What the entries are, in the plural. */
  readonly what: string;
  /** So many entries of one key may wait; the oldest make room. Nobody looks at more than these. */
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
  readonly #entries = new Map<string, Entry[]>();

  constructor(queue: WriteQueue, options: BacklogOptions<Entry>) {
    this.#queue = queue;
    this.#options = options;
  }

  add(key: string, ...entries: readonly Entry[]): void {
    const { what, limit, when } = this.#options;
    const waiting = [...this.of(key), ...entries].slice(-limit);
    this.#entries.set(key, waiting);
    this.#queue.add(
      {
        name: `${what} ${key}`,
        write: () => this.#write(key),
        settle: () => this.clear(key),
        describe: () => `${this.of(key).length} ${what} of "${key}"`,
      },
      when,
    );
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
}
