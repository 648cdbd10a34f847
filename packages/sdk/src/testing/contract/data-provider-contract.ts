import type { ReferenceRate } from '@bourse/core/interfaces';
import type { DataProviderPlugin } from '../mock-host.js';
import type { BrokerContract } from './broker-contract.js';

/** A data provider and what it is tested with. */
export interface DataProviderContract extends Omit<BrokerContract, 'plugin' | 'fixtures'> {
  readonly plugin: DataProviderPlugin;
  /** Rates as the institution publishes them, each of which has to be told: base, quote and rate the right way round. */
  readonly rates?: readonly ReferenceRate[];
}
