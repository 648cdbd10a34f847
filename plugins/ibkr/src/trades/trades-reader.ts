import type { FlexRow } from '../row/flex-row.js';
import type { Booking } from '../statement/booking.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { LevelChoice } from '../statement/level-choice.js';
import { RepeatedRows } from '../statement/repeated-rows.js';
import type { SectionReader } from '../statement/section-reader.js';
import { RepeatedOrders } from './repeated-orders.js';
import { isConversion, toConversion } from './to-conversion.js';
import { toTransaction } from './to-transaction.js';
import type { TradeIndex } from './trade-index.js';
import { findTradeLevel } from './trade-levels.js';

/**
 * The section Trades. Executions are what was traded; orders repeat them, and stand in where the export has no
 * executions. Everything else in the section repeats both.
 */
export class TradesReader implements SectionReader {
  readonly #output: FlexOutput;
  readonly #index: TradeIndex;
  readonly #levels: LevelChoice;
  readonly #orders: RepeatedOrders;
  readonly #repeats = new RepeatedRows();

  constructor(output: FlexOutput, index: TradeIndex) {
    this.#output = output;
    this.#index = index;
    this.#orders = new RepeatedOrders(output);
    this.#levels = new LevelChoice({
      read: (row) => this.#book(row),
      ignore: (rows) => this.#orders.leave(rows),
    });
  }

  read(row: FlexRow): void {
    const level = findTradeLevel(row);
    if (level === 'EXECUTION') this.#levels.first(row);
    else if (level === 'ORDER') this.#levels.second(row);
    else if (level === undefined) this.#output.keep(row, 'unknown level of detail');
    else this.#repeats.add(level.repeats, row.ordinal);
  }

  finish(): void {
    this.#levels.finish();
    this.#orders.finish();
    if (this.#levels.hasRead) this.#repeats.ignore(this.#output);
    else
      this.#repeats.keep(
        this.#output,
        'the export has neither the executions nor the orders that this adds up',
      );
  }

  #book(row: FlexRow): void {
    this.#orders.add(row);
    this.#output.attempt(row, () => {
      this.#output.book(toBooking(row, this.#index.findReversed(row)));
      this.#index.add(row);
    });
  }
}

function toBooking(row: FlexRow, reverses: string | undefined): Booking {
  if (isConversion(row)) return { cashMovements: toConversion(row, reverses) };
  return { transactions: [toTransaction(row, reverses)] };
}
