import type { CalendarDate, PositionDraft } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { LevelChoice } from '../statement/level-choice.js';
import type { SectionReader } from '../statement/section-reader.js';
import { joinLots } from './join-lots.js';
import { toPosition } from './to-position.js';

/** The section OpenPositions: one row for each instrument, or one for each of its lots, or both. */
export class PositionsReader implements SectionReader {
  readonly #output: FlexOutput;
  readonly #levels: LevelChoice;
  readonly #lots: PositionDraft[] = [];

  constructor(output: FlexOutput, statementDate: CalendarDate | undefined) {
    this.#output = output;
    this.#levels = new LevelChoice({
      read: (row) => output.attempt(row, () => this.#take(row, toPosition(row, statementDate))),
      ignore: (rows) => output.ignore('lots of positions', rows),
    });
  }

  read(row: FlexRow): void {
    if (isLot(row)) this.#levels.second(row);
    else this.#levels.first(row);
  }

  finish(): void {
    this.#levels.finish();
    this.#output.book({ positions: joinLots(this.#lots) });
  }

  #take(row: FlexRow, position: PositionDraft): void {
    if (isLot(row)) this.#lots.push(position);
    else this.#output.book({ positions: [position] });
  }
}

function isLot(row: FlexRow): boolean {
  return row.text('levelOfDetail')?.toUpperCase() === 'LOT';
}
