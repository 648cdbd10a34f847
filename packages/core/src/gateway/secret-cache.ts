import type { LiveSecret } from './scheme/index.js';
import { SecretSearch } from './secret/index.js';

/** Keeps a search as long as there is nothing new to look for, since making one is not free. */
export class SearchCache {
  #secrets: readonly LiveSecret[] = [];
  #search = new SecretSearch([]);

  for(secrets: readonly LiveSecret[]): SecretSearch {
    if (!areEqual(secrets, this.#secrets)) {
      this.#secrets = secrets.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }));
      this.#search = new SecretSearch(this.#secrets);
    }
    return this.#search;
  }
}

function areEqual(one: readonly LiveSecret[], other: readonly LiveSecret[]): boolean {
  if (one.length !== other.length) return false;
  return one.every(
    ({ bytes }, index) => Buffer.compare(bytes, other[index]?.bytes ?? new Uint8Array()) === 0,
  );
}
