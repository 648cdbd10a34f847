import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { LevelChoice } from '../statement/level-choice.js';
import type { SectionReader } from '../statement/section-reader.js';
import { isLot } from '../statement/summary-level.js';
import { toTransfer } from './to-transfer.js';

/** The section Transfers. Its lots repeat its transfers, and stand in where the export has lots only. */
export class TransfersReader implements SectionReader {
  readonly #levels: LevelChoice;

  constructor(output: FlexOutput) {
    this.#levels = new LevelChoice({
      read: (row) => void output.attempt(row, () => output.book(toTransfer(row))),
      ignore: (rows) => output.ignoreRows('lots of transfers', rows),
    });
  }

  read(row: FlexRow): void {
    if (row.name === 'TransferLot' || isLot(row)) this.#levels.second(row);
    else this.#levels.first(row);
  }

  finish(): void {
    this.#levels.finish();
  }
}
