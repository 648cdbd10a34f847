import { brokerCases } from '../../testing/contract/broker-cases.js';
import type { ContractCase } from '../../testing/contract/contract-case.js';
import { dataProviderCases } from '../../testing/contract/data-provider-cases.js';
import type { CellSubject } from './cell-subject.js';

/** The cases of the contract suite for the plugin's type. */
export function casesOf(subject: CellSubject): ContractCase[] {
  return subject.manifest.type === 'data-provider' ? dataProviderCases(subject) : brokerCases(subject);
}
