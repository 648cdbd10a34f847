import type { Automaton } from './automaton.js';

/** What bytes look like as they stand, without the bytes before them. */
export interface Sight {
  readonly hasMatch: boolean;
  /** Whether the last of them begin a secret. */
  readonly isOpen: boolean;
}

/** One look at bytes for all stages that they pass through: most bodies hold no secret and nothing that begins one. */
export class Look {
  readonly #automaton: Automaton;
  #bytes: Uint8Array | undefined;
  #sight: Sight = { hasMatch: false, isOpen: false };

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
  }

  at(bytes: Uint8Array): Sight {
    if (this.#bytes === bytes) return this.#sight;
    let hasMatch = false;
    const end = this.#automaton.scan(bytes, { from: 0, node: 0 }, () => {
      hasMatch = true;
    });
    this.#bytes = bytes;
    this.#sight = { hasMatch, isOpen: this.#automaton.depthOf(end) > 0 };
    return this.#sight;
  }
}
