import { brokerCases } from './broker-cases.js';
import type { BrokerContract } from './broker-contract.js';
import { registerCases } from './register-cases.js';
import { Subject } from './subject.js';

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
  registerCases('broker contract', brokerCases(subject), subject);
}
