import type { FlexOutput } from './flex-output.js';

/** Rows that repeat others, by what they are, until it is known whether the others are there. */
export class RepeatedRows {
  readonly #rows = new Map<string, number[]>();

  add(reason: string, row: number): void {
    const rows = this.#rows.get(reason);
    if (rows === undefined) this.#rows.set(reason, [row]);
    else rows.push(row);
  }

  /** The others are there. */
  ignore(output: FlexOutput): void {
    for (const [reason, rows] of this.#rows) output.ignore(reason, rows);
  }

  /** The others are not there, so the rows may be the only ones that tell of their money. */
  keep(output: FlexOutput, why: string): void {
    for (const [reason, rows] of this.#rows) output.keepAll(rows, reason, why);
  }
}
