import type { Booking } from '../row/booking.js';

/** Rows that may be one event. */
export interface OpenGroup {
  readonly key: string;
  readonly bookings: Booking[];
}

/**
 * Holds rows back until all rows of their event are known.
 *
 * A file is sorted by time, so the rows of an event stand near to each other, but a file that somebody has put together
 * need not be. So a group stays open as long as there is room: beyond a number of rows that few accounts ever have,
 * the group that has waited longest for another row is closed.
 */
export class OpenGroups {
  readonly #maxRows: number;
  readonly #groups = new Map<string, OpenGroup>();
  #rows = 0;

  constructor(maxRows: number) {
    this.#maxRows = maxRows;
  }

  /** Adds a row, and returns the groups that had to be closed for it. */
  add(key: string, booking: Booking): OpenGroup[] {
    const group = this.#groups.get(key) ?? { key, bookings: [] };
    group.bookings.push(booking);
    // Behind all others, as the one that was touched last.
    this.#groups.delete(key);
    this.#groups.set(key, group);
    this.#rows += 1;
    return this.#closeOldest();
  }

  /** Closes all groups, the one that has waited longest first. */
  *close(): Generator<OpenGroup> {
    yield* this.#groups.values();
    this.#groups.clear();
    this.#rows = 0;
  }

  #closeOldest(): OpenGroup[] {
    const closed: OpenGroup[] = [];
    while (this.#rows > this.#maxRows) {
      const oldest = this.#groups.values().next().value;
      if (oldest === undefined) break;
      this.#groups.delete(oldest.key);
      this.#rows -= oldest.bookings.length;
      closed.push(oldest);
    }
    return closed;
  }
}
