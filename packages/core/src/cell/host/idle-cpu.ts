/** Processors that a cell may have used at once during a call: its own thread and those of the garbage collection. */
const PROCESSORS_PER_CALL = 2;

/**
 * Tells how much a cell computes while no call is open. Calls may be shorter than the time between two looks, so what
 * they can have used is taken off the whole.
 */
export class IdleCpu {
  readonly #windowMs: number;
  readonly #share: number;
  #start: { readonly at: number; readonly cpuMs: number } | undefined;
  #busySince: number | undefined;
  #busyMs = 0;

  /** @param share Of a processor, that a cell without an open call may use. */
  constructor(windowMs: number, share: number) {
    this.#windowMs = windowMs;
    this.#share = share;
  }

  /** The first call was opened or the last one closed. */
  setBusy(busy: boolean, at: number): void {
    if (busy) this.#busySince ??= at;
    else if (this.#busySince !== undefined) {
      this.#busyMs += at - this.#busySince;
      this.#busySince = undefined;
    }
  }

  /** `cpuMs`: what the process has used in its life. Gives the share where it was too much over a whole window. */
  look(cpuMs: number, at: number): number | undefined {
    if (this.#start === undefined) return this.#restart(cpuMs, at);
    const busyMs = this.#busyMs + (this.#busySince === undefined ? 0 : at - this.#busySince);
    const idleMs = at - this.#start.at - busyMs;
    if (idleMs < this.#windowMs) return undefined;
    const share = (cpuMs - this.#start.cpuMs - busyMs * PROCESSORS_PER_CALL) / idleMs;
    this.#restart(cpuMs, at);
    return share > this.#share ? share : undefined;
  }

  #restart(cpuMs: number, at: number): undefined {
    this.#start = { at, cpuMs };
    this.#busyMs = 0;
    if (this.#busySince !== undefined) this.#busySince = at;
  }
}
