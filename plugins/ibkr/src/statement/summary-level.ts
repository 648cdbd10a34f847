import type { FlexRow } from '../row/flex-row.js';

/** Tells whether a row adds up others of its section. */
export function isSummary(row: FlexRow): boolean {
  return row.text('levelOfDetail')?.toUpperCase() === 'SUMMARY';
}

/** Tells whether a row is one of the lots that another row of its section consists of. */
export function isLot(row: FlexRow): boolean {
  return row.text('levelOfDetail')?.toUpperCase() === 'LOT';
}
