import type { Output } from '../records/output.js';
import { OpenPairs, type OpenRow } from './open-pairs.js';

const SWEPT = 'cash swept between DEGIRO and flatex';

/**
 * Leaves out the sweeps of cash between the accounts at DEGIRO and flatex. Each is booked as a row and a mirror of the
 * opposite sign, and both accounts are one in the statement.
 */
export class Sweeps {
  readonly #pairs = new OpenPairs();

  add(row: OpenRow, output: Output): void {
    const partner = this.#pairs.add(row);
    if (partner !== undefined) output.parts.ignore(SWEPT, [partner.ordinal, row.ordinal]);
  }

  /** Rows without a mirror change the balance, and no record tells of it. */
  report(output: Output): void {
    for (const row of this.#pairs.rest()) {
      const { amount, currency } = row.money;
      output.parts.ignore(SWEPT, [row.ordinal], [row.money]);
      output.report(
        {
          code: 'BALANCE_MISMATCH',
          message: `Row ${row.ordinal} sweeps ${amount} ${currency} between DEGIRO and flatex, but the row that books it back is missing.`,
          remedy: 'Export a period that holds the whole day.',
        },
        [row],
        'description',
      );
    }
  }
}
