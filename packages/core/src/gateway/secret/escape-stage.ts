import type { Automaton } from './automaton.js';
import type { EscapeKind } from './escapes.js';
import type { Look } from './look.js';

/** What stands in place of a secret, byte by byte, so that lengths hold. */
export const BLANK = 0x2a;

const NOTHING = new Uint8Array();

/**
 * Looks for secrets of which at least one character is escaped, in one language of escapes. Bytes go in as they come and go out blanked; only those that may still
 * turn out to begin a secret are held back.
 */
export class EscapeStage {
  readonly #automaton: Automaton;
  readonly #look: Look;
  /** By the byte that they begin with. */
  readonly #escapes: ReadonlyMap<number, EscapeKind>;
  #node = 0;
  /** Bytes that were not given out yet. */
  #held: Uint8Array = NOTHING;
  /** How many of them the automaton has seen. */
  #seen = 0;
  /** Where in `held` the last bytes began that the automaton took; it may be in the middle of as many as its depth. */
  #starts: number[] = [];
  #found = 0;
  /** Where the last escape begins; a match without one is not for this language. */
  #lastEscape = -1;
  /** Where the next byte stands that may begin an escape, at or behind `seen`. */
  #nextMark = 0;

  /** @param look At bytes with the same automaton. */
  constructor(automaton: Automaton, look: Look, escapes: readonly EscapeKind[]) {
    this.#automaton = automaton;
    this.#look = look;
    this.#escapes = new Map(escapes.map((kind) => [kind.mark, kind]));
  }

  /** How many secrets were blanked. */
  get found(): number {
    return this.#found;
  }

  /** Takes bytes, which stay as they are, and gives those that are settled. */
  push(chunk: Uint8Array): Uint8Array {
    if (this.#passes(chunk)) return chunk;
    this.#held = this.#held.length === 0 ? Uint8Array.from(chunk) : Buffer.concat([this.#held, chunk]);
    this.#nextMark = 0;
    this.#scan(false);
    const open = this.#automaton.depthOf(this.#node);
    return this.#release(this.#starts[this.#starts.length - open] ?? this.#seen);
  }

  /** Gives the rest. */
  end(): Uint8Array {
    if (this.#held.length === 0) return NOTHING;
    this.#scan(true);
    return this.#release(this.#held.length);
  }

  /** Whether nothing is held back and these bytes have no escape, nor an end to which one may come. */
  #passes(chunk: Uint8Array): boolean {
    if (this.#held.length > 0 || this.#node !== 0) return false;
    for (const mark of this.#escapes.keys()) if (chunk.includes(mark)) return false;
    return !this.#look.at(chunk).isOpen;
  }

  /** Reads characters up to an escape that may go on in the next chunk. */
  #scan(isLast: boolean): void {
    const held = this.#held;
    while (this.#seen < held.length) {
      if (this.#node === 0) this.#skip();
      const start = this.#seen;
      const byte = held[start] ?? 0;
      const kind = this.#escapes.get(byte);
      if (kind === undefined) {
        this.#seen += 1;
        this.#take(byte, start);
        continue;
      }
      if (!isLast && start + kind.longest > held.length) return;
      const escape = kind.read(held, start);
      if (escape !== undefined) this.#lastEscape = start;
      this.#seen += escape?.length ?? 1;
      for (const decoded of escape?.bytes ?? [byte]) this.#take(decoded, start);
    }
  }

  /** Steps over what is too far from the next escape: without any, the language without escapes finds it. */
  #skip(): void {
    if (this.#nextMark < this.#seen || this.#nextMark === 0) this.#nextMark = this.#findMark();
    this.#seen = Math.max(this.#seen, this.#nextMark - this.#automaton.longest);
  }

  #findMark(): number {
    const held = Buffer.from(this.#held.buffer, this.#held.byteOffset, this.#held.byteLength);
    const places = [...this.#escapes.keys()].map((mark) => held.indexOf(mark, this.#seen));
    return Math.min(held.length, ...places.filter((place) => place !== -1));
  }

  #take(byte: number, start: number): void {
    this.#node = this.#automaton.next(this.#node, byte);
    const depth = this.#automaton.depthOf(this.#node);
    if (depth === 0) {
      if (this.#starts.length > 0) this.#starts = [];
      return;
    }
    this.#starts.push(start);
    const match = this.#automaton.matchOf(this.#node);
    const first = this.#starts[this.#starts.length - match] ?? this.#seen;
    if (match === 0 || first > this.#lastEscape) return;
    this.#found += 1;
    this.#held.fill(BLANK, first, this.#seen);
  }

  #release(count: number): Uint8Array {
    const settled = this.#held.subarray(0, count);
    this.#held = this.#held.slice(count);
    this.#seen -= count;
    this.#lastEscape -= count;
    this.#starts = this.#starts.map((start) => start - count).filter((start) => start >= 0);
    return settled;
  }
}
