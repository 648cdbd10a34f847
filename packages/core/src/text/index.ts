/** Text that a stranger wrote. */
export { printable } from './printable.js';
export { findDeception } from './deception.js';
export type { Deception } from './deception.js';
