import type { CalendarDate, PositionDraft } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { LevelChoice } from '../statement/level-choice.js';
import type { SectionReader } from '../statement/section-reader.js';
import { isLot } from '../statement/summary-level.js';
import { joinPositions } from './join-positions.js';
import { toPosition } from './to-position.js';

/**
 * The section OpenPositions: one row for each instrument, or one for each of its lots, or both; one for each model that
 * holds the instrument where the account has models.
 */
export class PositionsReader implements SectionReader {
  readonly #output: FlexOutput;
  readonly #levels: LevelChoice;
  /** Lots, and what models hold. */
  readonly #parts: PositionDraft[] = [];

  constructor(output: FlexOutput, statementDate: CalendarDate | undefined) {
    this.#output = output;
    this.#levels = new LevelChoice({
      read: (row) => output.attempt(row, () => this.#take(row, toPosition(row, statementDate))),
      ignore: (rows) => output.ignoreRows('lots of positions', rows),
    });
  }

  read(row: FlexRow): void {
    if (isPositionLot(row)) this.#levels.second(row);
    else this.#levels.first(row);
  }

  finish(): void {
    this.#levels.finish();
    this.#output.book({ positions: joinPositions(this.#parts) });
  }

  #take(row: FlexRow, position: PositionDraft): void {
    if (isPositionLot(row) || row.text('model') !== undefined) this.#parts.push(position);
    else this.#output.book({ positions: [position] });
  }
}

/** Without a level of detail only lots tell when they were opened. */
function isPositionLot(row: FlexRow): boolean {
  return isLot(row) || (row.text('levelOfDetail') === undefined && row.text('openDateTime') !== undefined);
}
