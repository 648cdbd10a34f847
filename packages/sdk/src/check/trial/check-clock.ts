/** Milliseconds since 1970 at which a trial begins. */
const START = Date.parse('2026-11-20T10:15:00Z');

/** A clock that moves when somebody waits by it, so that nobody waits for real. */
export class CheckClock {
  #now = START;

  readonly now = (): number => this.#now;

  /** How a host waits between two tries, and for an approval. */
  readonly wait = async (milliseconds: number): Promise<void> => this.advance(milliseconds);

  /** How requests wait for their turn. */
  readonly budget = {
    now: this.now,
    after: (milliseconds: number, call: () => void): (() => void) => {
      this.advance(milliseconds);
      const soon = setImmediate(call);
      return () => clearImmediate(soon);
    },
  };

  /** How plugins wait. */
  readonly timers = {
    set: (_: number, milliseconds: number, fire: () => void): void => {
      this.advance(milliseconds);
      setImmediate(fire);
    },
    clear: (): void => undefined,
    clearAll: (): void => undefined,
  };

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
