/**
 * A deadline for something that a cell owes us. It passes only after the host has read what lay in the pipe: a host
 * that was busy itself must not blame the cell.
 */
export class Deadline {
  readonly #milliseconds: number;
  readonly #onHalf: (() => void) | undefined;
  readonly #onPassed: () => void;
  #half: NodeJS.Timeout | undefined;
  #end: NodeJS.Timeout | undefined;

  constructor(options: { milliseconds: number; onHalf?: () => void; onPassed: () => void }) {
    this.#milliseconds = options.milliseconds;
    this.#onHalf = options.onHalf;
    this.#onPassed = options.onPassed;
  }

  /** Starts the clock, or starts it anew. */
  start(): this {
    this.stop();
    if (this.#onHalf !== undefined) this.#half = setTimeout(this.#onHalf, this.#milliseconds / 2).unref();
    this.#end = setTimeout(() => this.#afterReading(), this.#milliseconds).unref();
    return this;
  }

  stop(): void {
    clearTimeout(this.#half);
    clearTimeout(this.#end);
    this.#half = undefined;
    this.#end = undefined;
  }

  #afterReading(): void {
    const armed = this.#end;
    setImmediate(() => {
      if (this.#end === armed) this.#onPassed();
    });
  }
}
