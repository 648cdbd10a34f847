import type { Automaton } from './automaton.js';
import { BLANK } from './escape-stage.js';
import type { Look } from './look.js';

/** Looks for secrets as they stand. Bytes go in as they come and go out blanked. */
export class PlainStage {
  readonly #automaton: Automaton;
  readonly #look: Look;
  #node = 0;
  /** Bytes that the automaton has seen and that may begin a secret. */
  #held: Uint8Array = new Uint8Array();
  #found = 0;

  /** @param look At bytes with the same automaton. */
  constructor(automaton: Automaton, look: Look) {
    this.#automaton = automaton;
    this.#look = look;
  }

  /** How many secrets were blanked. */
  get found(): number {
    return this.#found;
  }

  /** Takes bytes, which stay as they are, and gives those that are settled. */
  push(chunk: Uint8Array): Uint8Array {
    if (this.#passes(chunk)) return chunk;
    const bytes = Buffer.concat([this.#held, chunk]);
    const start = { from: this.#held.length, node: this.#node };
    this.#node = this.#automaton.scan(bytes, start, (end, length) => {
      this.#found += 1;
      bytes.fill(BLANK, end - length, end);
    });
    const settled = bytes.length - this.#automaton.depthOf(this.#node);
    this.#held = bytes.subarray(settled);
    return bytes.subarray(0, settled);
  }

  /** Gives the rest. */
  end(): Uint8Array {
    return this.#held;
  }

  #passes(chunk: Uint8Array): boolean {
    if (this.#held.length > 0 || this.#node !== 0) return false;
    const { hasMatch, isOpen } = this.#look.at(chunk);
    return !hasMatch && !isOpen;
  }
}
