import { describe, test } from '@jest/globals';
import type { ContractCase } from './contract-case.js';
import type { Subject } from './subject.js';

/** Milliseconds that one case may take, on a busy machine too. */
const CASE_TIMEOUT = 60_000;

/** One Jest test for each case. */
export function registerCases(title: string, cases: readonly ContractCase[], subject: Subject): void {
  describe(title, () => {
    for (const { number, title: fact, run } of cases)
      test(`${number} ${fact}`, () => run(subject), CASE_TIMEOUT);
  });
}
