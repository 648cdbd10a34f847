import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import type { SectionReader } from '../statement/section-reader.js';
import { toRate } from './to-rate.js';

/** The section ConversionRates: rates of the day, all to the base currency of the account. */
export class RatesReader implements SectionReader {
  readonly #output: FlexOutput;
  readonly #quotes = new Set<string>();

  constructor(output: FlexOutput) {
    this.#output = output;
  }

  read(row: FlexRow): void {
    this.#output.attempt(row, () => {
      const rate = toRate(row);
      if (rate === undefined) {
        this.#output.ignore('no rate, or not of two currencies', [row.ordinal]);
        return;
      }
      this.#quotes.add(rate.quote);
      this.#output.book({ fxRates: [rate] });
    });
  }

  finish(): void {}

  /** The currency that all rates lead to. */
  get baseCurrency(): string | undefined {
    const [only, ...others] = this.#quotes;
    return others.length === 0 ? only : undefined;
  }
}
