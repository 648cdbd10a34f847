import Big from 'big.js';
import type { Ignored, ProblemDraft } from '../interfaces/index.js';

/** Adds up, for one file, the money of rows that were ignored: for each reason and currency it has to net to zero. */
export class IgnoredMoney {
  readonly #sums = new Map<string, { reason: string; currency: string; sum: Big }>();

  add({ reason, money }: Ignored): void {
    for (const { amount, currency } of money ?? []) {
      const key = JSON.stringify([reason, currency]);
      const former = this.#sums.get(key)?.sum ?? new Big(0);
      this.#sums.set(key, { reason, currency, sum: former.plus(amount) });
    }
  }

  findProblems(): ProblemDraft[] {
    return [...this.#sums.values()]
      .filter(({ sum }) => !sum.eq(0))
      .map(({ reason, currency, sum }) => ({
        code: 'BALANCE_MISMATCH',
        message: `Rows ignored as "${reason}" do not cancel each other: ${sum.toFixed()} ${currency} is left over.`,
      }));
  }
}
