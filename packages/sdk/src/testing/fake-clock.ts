interface Timer {
  readonly id: number;
  at: number;
  readonly callback: () => void;
  /** Milliseconds between two runs; absent for a timer that runs once. */
  readonly every?: number;
}

/** The names of the globals that a fake clock stands in for. */
const NAMES = ['Date', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] as const;

const REAL: PropertyDescriptorMap = Object.fromEntries(
  NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name) ?? {}]),
);

let installed: FakeClock | undefined;

function setInstalled(clock: FakeClock | undefined): void {
  installed = clock;
}

/**
 * A clock that stands still until it is told to go on, like the clock of a cell between two messages. While it is
 * installed, `Date` and the timers of the global scope are its own.
 */
export class FakeClock {
  #now: number;
  #lastId = 0;
  #timers = new Map<number, Timer>();
  /** What it took the place of, and takes its place again. */
  #former: FakeClock | undefined;
  #isOver = false;

  /** @param start An instant, for example `2024-03-01T09:30:00Z`. */
  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  get now(): number {
    return this.#now;
  }

  /** How many timers are waiting. */
  get pendingTimers(): number {
    return this.#timers.size;
  }

  /** Lets time pass and runs the timers that fall due, in their order, each with the time it was set for. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (let timer = this.#nextDue(end); timer !== undefined; timer = this.#nextDue(end)) {
      this.#now = Math.max(this.#now, timer.at);
      if (timer.every === undefined) this.#timers.delete(timer.id);
      else timer.at = this.#now + timer.every;
      timer.callback();
      await settle();
    }
    this.#now = end;
  }

  /** Puts the clock in place of the global one, or of another fake one. */
  install(): void {
    if (installed !== this) this.#former = installed;
    this.#isOver = false;
    this.#take();
  }

  /** Gives the global scope the clock back that it had before. */
  uninstall(): void {
    this.#isOver = true;
    if (installed !== this) return;
    let former = this.#former;
    while (former !== undefined && former.#isOver) former = former.#former;
    if (former !== undefined) return former.#take();
    setInstalled(undefined);
    Object.defineProperties(globalThis, REAL);
  }

  #take(): void {
    setInstalled(this);
    for (const [name, value] of Object.entries(this.#globals()))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }

  #globals(): Record<(typeof NAMES)[number], unknown> {
    const clear = (id?: number): void => void this.#timers.delete(id ?? 0);
    return {
      Date: this.#makeDate(),
      setTimeout: (callback: () => void, delay = 0, ...args: []) => this.#start(callback, delay, args, false),
      setInterval: (callback: () => void, delay = 0, ...args: []) => this.#start(callback, delay, args, true),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }

  #makeDate(): typeof Date {
    const now = (): number => this.#now;
    return class extends Date {
      constructor(...parts: [] | [number]) {
        if (parts.length === 0) super(now());
        else super(...parts);
      }

      static override now(): number {
        return now();
      }
    } as typeof Date;
  }

  #start(callback: (...args: []) => void, delay: number, args: [], repeats: boolean): number {
    this.#lastId += 1;
    const id = this.#lastId;
    const wait = Math.max(1, delay);
    const timer = { id, at: this.#now + wait, callback: () => callback(...args) };
    this.#timers.set(id, repeats ? { ...timer, every: wait } : timer);
    return id;
  }

  #nextDue(end: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers.values())
      if (timer.at <= end && (next === undefined || timer.at < next.at)) next = timer;
    return next;
  }
}

/** Lets the promises go on that a timer has settled. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
