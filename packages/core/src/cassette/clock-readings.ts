import type { Cassette } from './cassette.js';

/** What a clock says while a run is recorded. */
export class ClockReadings {
  readonly #readings: Cassette['clock'] = [];
  #after = 0;

  /** Something came from the network. */
  step(): void {
    this.#after += 1;
  }

  add(now: number): number {
    const last = this.#readings.at(-1);
    if (last?.after === this.#after) last.readings.push(now);
    else this.#readings.push({ after: this.#after, readings: [now] });
    return now;
  }

  toArray(): Cassette['clock'] {
    return this.#readings;
  }
}

/** The same clock while the run is repeated: it goes on only with what comes from the network, and with each reading. */
export class ReplayedClock {
  readonly #readings: ReadonlyMap<number, readonly number[]>;
  #after = 0;
  #read = 0;
  #last: number;

  constructor(clock: Cassette['clock']) {
    this.#readings = new Map(clock.map(({ after, readings }) => [after, readings]));
    this.#last = clock[0]?.readings[0] ?? 0;
  }

  step(): void {
    this.#after += 1;
    this.#read = 0;
  }

  /** Stands still where more is asked than was. */
  now(): number {
    this.#last = this.#readings.get(this.#after)?.[this.#read] ?? this.#last;
    this.#read += 1;
    return this.#last;
  }
}
