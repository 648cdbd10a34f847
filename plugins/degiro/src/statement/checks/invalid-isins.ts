import type { Output } from '../records/output.js';
import type { AccountRow } from '../row/account-row.js';

type Place = Pick<AccountRow, 'ordinal' | 'lines'>;

/** So many rows are named for each. */
const MAX_PLACES = 100;

/** So many texts are told apart. */
const MAX_TEXTS = 1000;

/** Collects texts in the ISIN column that are none. */
export class InvalidIsins {
  readonly #places = new Map<string, Place[]>();

  add({ printedIsin, isin, ordinal, lines }: AccountRow): void {
    if (printedIsin === '' || isin !== undefined) return;
    const places = this.#places.get(printedIsin) ?? [];
    if (places.length < MAX_PLACES) places.push({ ordinal, lines });
    if (this.#places.size < MAX_TEXTS) this.#places.set(printedIsin, places);
  }

  report(output: Output): void {
    for (const [text, places] of this.#places) {
      output.report(
        {
          code: 'IDENTIFIER_INVALID',
          message: `${JSON.stringify(text.slice(0, 60))} is no ISIN and was left out.`,
        },
        places,
        'isin',
      );
    }
  }
}
