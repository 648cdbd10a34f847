import { dataProviderCases } from './data-provider-cases.js';
import type { DataProviderContract } from './data-provider-contract.js';
import { registerCases } from './register-cases.js';
import { Subject } from './subject.js';

/**
 * Tests that a data provider keeps the contract: one Jest test for each numbered case that its services call for.
 *
 * @example
 * testDataProvider({
 *   plugin,
 *   folder: new URL('..', import.meta.url),
 *   network: () => ({ body: RATES_CSV }),
 *   rates: [{ base: 'EUR', quote: 'USD', rate: '1.085', source: 'REFERENCE', date: '2024-02-29' }],
 * });
 */
export function testDataProvider(contract: DataProviderContract): void {
  const subject = new Subject(contract);
  registerCases('data provider contract', dataProviderCases(subject), subject);
}
