import type { Output } from '../records/output.js';
import type { Booking } from '../row/booking.js';
import { OpenPairs } from './open-pairs.js';

/**
 * Watches money that is set aside for a deposit or withdrawal: what is booked at the request is taken back when the
 * payment is done. A period can cut the two apart.
 */
export class Reservations {
  readonly #pairs = { DEPOSIT: new OpenPairs(), WITHDRAWAL: new OpenPairs() };

  add({ row, of }: Booking<'RESERVATION'>): void {
    if (row.money !== undefined) this.#pairs[of].add({ ...row, money: row.money });
  }

  report(output: Output): void {
    const rest = [...this.#pairs.DEPOSIT.rest(), ...this.#pairs.WITHDRAWAL.rest()];
    for (const row of rest.sort((left, right) => left.ordinal - right.ordinal)) {
      const { amount, currency } = row.money;
      output.report(
        {
          code: 'BALANCE_MISMATCH',
          message: `Row ${row.ordinal} reserves ${amount} ${currency}, but the row that takes it back is not in the file.`,
          remedy: 'Export a period that holds both the request and the payment.',
        },
        [row],
        'amount',
      );
    }
  }
}
