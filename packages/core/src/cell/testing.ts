// For tests, the hostile set and the bench alone: whoever imports this can take a cell's belts off.
export { ALL_BELTS } from './host/belts.js';
export type { Belts } from './host/belts.js';
export type { CellInternals } from './host/cell-options.js';
