import type { Needle } from './needles.ts';

/** What was found in one place. */
export class Finds {
  searchedBytes = 0;
  /** `canary spelling`, once each. */
  readonly hits = new Set<string>();
  readonly #needles: readonly Needle[];

  constructor(needles: readonly Needle[]) {
    this.#needles = needles;
  }

  /** The longest needle, less one: bytes of the end of a chunk that are looked at again with the next. */
  get overlap(): number {
    return Math.max(1, ...this.#needles.map(({ bytes }) => bytes.length)) - 1;
  }

  search(bytes: Buffer): void {
    this.searchedBytes += bytes.length;
    for (const needle of this.#needles) {
      const hit = `${needle.canary} (${needle.spelling})`;
      if (!this.hits.has(hit) && bytes.includes(needle.bytes)) this.hits.add(hit);
    }
  }
}
