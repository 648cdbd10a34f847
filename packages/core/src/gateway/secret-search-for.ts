import type { LiveSecret } from './scheme/index.js';
import { SecretSearch } from './secret/index.js';

/** Keeps a search as long as there is nothing new to look for, since making one is not free. */
export class SearchCache {
  #secrets: readonly LiveSecret[] = [];
  #search = new SecretSearch([]);

  for(secrets: readonly LiveSecret[]): SecretSearch {
    const different = withoutRepeats(secrets);
    if (!areEqual(different, this.#secrets)) {
      this.#secrets = different.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }));
      this.#search = new SecretSearch(this.#secrets);
    }
    return this.#search;
  }
}

/** A credential that was placed as it is stands there twice. */
function withoutRepeats(secrets: readonly LiveSecret[]): LiveSecret[] {
  return secrets.filter(
    ({ bytes }, index) => secrets.findIndex((other) => Buffer.compare(other.bytes, bytes) === 0) === index,
  );
}

function areEqual(one: readonly LiveSecret[], other: readonly LiveSecret[]): boolean {
  if (one.length !== other.length) return false;
  return one.every(
    ({ bytes }, index) => Buffer.compare(bytes, other[index]?.bytes ?? new Uint8Array()) === 0,
  );
}
