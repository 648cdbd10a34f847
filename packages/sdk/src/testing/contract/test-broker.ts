import { describe, test } from '@jest/globals';
import { brokerCases } from './broker-cases.js';
import type { BrokerContract } from './broker-contract.js';
import { Subject } from './subject.js';

/** Milliseconds that one case may take, on a busy machine too. */
const CASE_TIMEOUT = 60_000;

/**
 * Tests that a broker plugin keeps the contract: one Jest test for each numbered case that its capabilities call for.
 *
 * @example
 * testBroker({
 *   plugin,
 *   folder: new URL('..', import.meta.url),
 *   fixtures: [{ file: 'fixtures/cash.csv', format: 'acme-cash-csv', expect: { rowsTotal: 3, fees: 1 } }],
 * });
 */
export function testBroker(contract: BrokerContract): void {
  const subject = new Subject(contract);
  describe('broker contract', () => {
    for (const { number, title, run } of brokerCases(subject))
      test(`${number} ${title}`, () => run(subject), CASE_TIMEOUT);
  });
}
