/** Which files are statements of which plugin, told without running one. */
export { HEAD_BYTES, matchSignatures } from './match-signature.js';
export type { FileHead } from './match-signature.js';
