import { randomFillSync } from 'node:crypto';

const DIGEST_BYTES = 16;
const FIRST_SLOTS = 1_024;
/** Of so many slots one is always free, so that a search ends soon. */
const FREE_PART = 3;

/** Where the digest of an entry stands. */
interface Place {
  readonly piece: Buffer;
  readonly start: number;
}

/**
 * The numbers of entries by their digests of 128 bits, in six to twelve bytes for each, outside of the heap. The digests
 * themselves stand with the entries. Whoever chooses them cannot choose slots, which depend on chance.
 */
export class DigestIndex {
  readonly #placeOf: (entry: number) => Place;
  readonly #chance = randomFillSync(new Uint32Array(2));
  readonly #wanted = Buffer.alloc(DIGEST_BYTES);
  /** Entries, each one more than it is; 0 for a free slot. */
  #slots = new Uint32Array(FIRST_SLOTS);
  #count = 0;

  constructor(placeOf: (entry: number) => Place) {
    this.#placeOf = placeOf;
  }

  /** @param digest In hexadecimal; one that is not there yet. */
  add(digest: string, entry: number): void {
    if (this.#count >= this.#slots.length - this.#slots.length / FREE_PART) this.#grow();
    this.#wanted.write(digest, 'hex');
    this.#put(this.#firstSlot({ piece: this.#wanted, start: 0 }), entry + 1);
    this.#count += 1;
  }

  find(digest: string): number | undefined {
    const wanted = this.#wanted;
    wanted.write(digest, 'hex');
    for (let slot = this.#firstSlot({ piece: wanted, start: 0 }); ; slot = this.#after(slot)) {
      const stored = this.#slots[slot] ?? 0;
      if (stored === 0) return undefined;
      const { piece, start } = this.#placeOf(stored - 1);
      if (wanted.compare(piece, start, start + DIGEST_BYTES) === 0) return stored - 1;
    }
  }

  #put(first: number, stored: number): void {
    let slot = first;
    while (this.#slots[slot] !== 0) slot = this.#after(slot);
    this.#slots[slot] = stored;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (const stored of before)
      if (stored !== 0) this.#put(this.#firstSlot(this.#placeOf(stored - 1)), stored);
  }

  #firstSlot({ piece, start }: Place): number {
    const [one = 0, other = 0] = this.#chance;
    const mixed =
      Math.imul(piece.readUInt32LE(start), one | 1) + Math.imul(piece.readUInt32LE(start + 4), other | 1);
    return Math.floor(((mixed >>> 0) / 2 ** 32) * this.#slots.length);
  }

  #after(slot: number): number {
    return (slot + 1) % this.#slots.length;
  }
}
