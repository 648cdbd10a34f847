import type { PositionEffect, TradeType } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';

/** Trade types by code of `notes`, the telling ones first. Codes that say nothing of the kind are in no table. */
const TRADE_TYPES: readonly (readonly [code: string, type: TradeType])[] = [
  ['A', 'ASSIGNMENT'],
  ['Ex', 'EXERCISE'],
  ['AEx', 'EXERCISE'],
  ['MEx', 'EXERCISE'],
  ['Ep', 'EXPIRATION'],
  ['L', 'LIQUIDATION'],
  ['LF', 'LIQUIDATION'],
  ['R', 'REINVESTMENT'],
];

/** Why a trade happened; undefined for an ordinary one. */
export function findTradeType(row: FlexRow): TradeType | undefined {
  const codes = row.codes('notes');
  return TRADE_TYPES.find(([code]) => codes.has(code))?.[1];
}

/** What a trade does to the position, where the export says it: in a column of its own, or among the notes. */
export function findEffect(row: FlexRow): PositionEffect | undefined {
  const indicator = row.codes('openCloseIndicator');
  const codes = indicator.size > 0 ? indicator : row.codes('notes');
  if (codes.has('C')) return codes.has('O') ? 'CLOSE_AND_OPEN' : 'CLOSE';
  return codes.has('O') ? 'OPEN' : undefined;
}
