import { hasContract } from '../interfaces/index.js';
import type { Contract } from './contract.js';

/** The contract of this version. */
export function findContract(contracts: readonly Contract[], version: string): Contract {
  const found = contracts.find((contract) => contract.version === version);
  if (found === undefined) throw new Error(`This host serves no contract ${version}.`);
  return found;
}

/** The newest of some contracts: what a host speaks. */
export function newestOf(contracts: readonly Contract[]): Contract {
  return contracts.reduce((newest, contract) =>
    hasContract(contract.version, newest.version) ? contract : newest,
  );
}
