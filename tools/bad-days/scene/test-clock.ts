/** A clock that moves when somebody waits by it, so that no test waits for real. */
export class TestClock {
  #now = Date.parse('2026-11-20T10:15:00Z');

  readonly now = (): number => this.#now;

  /** How the host waits between two tries, and for an approval. */
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

  /** How plugins wait. A timer that is cleared may still fire, as one may that fires at that moment. */
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
