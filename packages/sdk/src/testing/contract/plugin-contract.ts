import type { BrokerContract } from './broker-contract.js';
import type { DataProviderContract } from './data-provider-contract.js';

/** A plugin of any type and what it is tested with. */
export interface PluginContract extends Omit<BrokerContract, 'plugin'>, Pick<DataProviderContract, 'rates'> {
  readonly plugin: BrokerContract['plugin'] | DataProviderContract['plugin'];
}
