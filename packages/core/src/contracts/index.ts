/** The versions of the contract that a host serves side by side, and how each becomes the host's own. */
export type { Call, Contract, Direction, Translation } from './contract.js';
export { findContract, newestOf } from './find-contract.js';
export { OWN_CONTRACT, SERVED_CONTRACTS } from './served-contracts.js';
export { translate } from './translate.js';
