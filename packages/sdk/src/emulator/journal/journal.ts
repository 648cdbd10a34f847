import type { JournalEntry, JournalFrame } from './journal-entry.js';

/** Thrown by {@link Journal.expectClean}. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

/** All that came to an emulator, so that a test can say what a client did and did not do. */
export class Journal {
  #lastSequence = 0;
  #entries: JournalEntry[] = [];
  #frames: JournalFrame[] = [];
  #violations: string[] = [];

  /** Requests that are over, in the order in which they came in. */
  get entries(): readonly JournalEntry[] {
    return this.#entries.toSorted((one, other) => one.sequence - other.sequence);
  }

  /** Messages of all WebSockets, in the order of the wire. */
  get frames(): readonly JournalFrame[] {
    return this.#frames;
  }

  /** What no documentation knows: unknown paths, undocumented requests, and failures of the emulator itself. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  /** The requests of one route, by its name. */
  of(route: string): readonly JournalEntry[] {
    return this.entries.filter((entry) => entry.route === route);
  }

  /** @throws JournalError when anything came that the institution's documentation does not know */
  expectClean(): void {
    if (this.#violations.length === 0) return;
    throw new JournalError(
      `The emulator was asked what is not documented:\n${this.#violations.map((line) => `- ${line}`).join('\n')}`,
    );
  }

  /** Forgets everything so far. */
  clear(): void {
    this.#entries = [];
    this.#frames = [];
    this.#violations = [];
  }

  /** @internal */
  nextSequence(): number {
    this.#lastSequence += 1;
    return this.#lastSequence;
  }

  /** @internal */
  add(entry: JournalEntry): void {
    this.#entries.push(entry);
  }

  /** @internal */
  addFrame(frame: JournalFrame): void {
    this.#frames.push(frame);
  }

  /** @internal */
  violate(line: string): void {
    this.#violations.push(line);
  }
}
