import type { HostDatabase } from './host-database.js';

/** How long a read is believed without asking the database again, in milliseconds: a host may be killed before its mark. */
const BELIEVED_MS = 100;

/** Reads of host.db that come before every call of a plugin, made anew only after something was written. */
export class RememberedReads<Value> {
  readonly #database: HostDatabase;
  readonly #read: (key: string) => Value;
  readonly #values = new Map<string, Value>();
  #change: bigint | undefined;
  #readAt = -Infinity;

  constructor(database: HostDatabase, read: (key: string) => Value) {
    this.#database = database;
    this.#read = read;
  }

  of(key: string): Value {
    this.#forgetIfChanged();
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = this.#read(key);
    this.#values.set(key, value);
    return value;
  }

  #forgetIfChanged(): void {
    // Looked at before the database is read, so that a write in between is noticed the next time.
    const change = this.#database.lastChange;
    const now = performance.now();
    if (change === this.#change && now - this.#readAt < BELIEVED_MS) return;
    this.#values.clear();
    this.#change = change;
    this.#readAt = now;
  }
}
