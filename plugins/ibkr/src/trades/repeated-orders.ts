import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';

const ORDER_ID = 'ibOrderID';

/**
 * Orders and executions that tell the same trades, of which one kind is read. A row of the other kind is a repeat if one
 * with its order id was read, which may stand before or behind it; any other is kept.
 */
export class RepeatedOrders {
  readonly #output: FlexOutput;
  readonly #readIds = new Set<string>();
  /** Rows by order id that wait for the end of the statement. */
  readonly #left = new Map<string, number[]>();

  constructor(output: FlexOutput) {
    this.#output = output;
  }

  /** A row is read as a trade. */
  add(row: FlexRow): void {
    const id = row.id(ORDER_ID);
    if (id !== undefined) this.#readIds.add(id);
  }

  /** Rows are not read, since those of the other kind are. */
  leave(rows: readonly FlexRow[]): void {
    const repeats: number[] = [];
    for (const row of rows) {
      const id = row.id(ORDER_ID);
      if (id === undefined || this.#readIds.has(id)) repeats.push(row.ordinal);
      else this.#wait(id, row.ordinal);
    }
    this.#ignore(repeats);
  }

  finish(): void {
    const areKnown = this.#readIds.size > 0;
    const left = [...this.#left];
    this.#ignore(left.flatMap(([id, rows]) => (!areKnown || this.#readIds.has(id) ? rows : [])));
    const alone = left.flatMap(([id, rows]) => (areKnown && !this.#readIds.has(id) ? rows : []));
    this.#output.keepAll(alone, 'Trades', 'an order without executions, where others have theirs');
  }

  #wait(id: string, ordinal: number): void {
    const rows = this.#left.get(id);
    if (rows === undefined) this.#left.set(id, [ordinal]);
    else rows.push(ordinal);
  }

  #ignore(rows: readonly number[]): void {
    this.#output.ignore('orders and their executions are one', rows);
  }
}
