import { API_VERSION, SERVED_API_VERSIONS, SERVICE_METHODS } from '../interfaces/index.js';
import type { Contract } from './contract.js';

/** Whose words the rooms of this host use. */
export const OWN_CONTRACT: Contract = { version: API_VERSION, methods: SERVICE_METHODS };

/** The contracts that this release serves. A minor only adds to the one before it, so that all of 1.x share their words. */
export const SERVED_CONTRACTS: readonly Contract[] = SERVED_API_VERSIONS.map((version) =>
  version === API_VERSION ? OWN_CONTRACT : { version, methods: SERVICE_METHODS },
);
