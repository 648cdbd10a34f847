import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import type { SectionReader } from '../statement/section-reader.js';
import { toTransfer } from './to-transfer.js';

/** The section Transfers. Its lots repeat its transfers. */
export class TransfersReader implements SectionReader {
  readonly #output: FlexOutput;

  constructor(output: FlexOutput) {
    this.#output = output;
  }

  read(row: FlexRow): void {
    const level = row.text('levelOfDetail')?.toUpperCase();
    if (row.name === 'TransferLot' || level === 'LOT')
      this.#output.ignore('lots of transfers', [row.ordinal]);
    else this.#output.attempt(row, () => this.#output.book(toTransfer(row)));
  }

  finish(): void {}
}
