import type { FlexRow } from '../row/flex-row.js';

/** What a row of the section Trades is: a fill, the order that fills add up to, or something that repeats both. */
export type TradeLevel = 'EXECUTION' | 'ORDER' | { readonly repeats: string };

/** By the letters of `levelOfDetail`, or of the name of the element where the export lacks that column. */
const LEVELS: ReadonlyMap<string, TradeLevel> = new Map<string, TradeLevel>([
  ['EXECUTION', 'EXECUTION'],
  ['TRADE', 'EXECUTION'],
  ['DETAIL', 'EXECUTION'],
  ['ORDER', 'ORDER'],
  ['SUMMARY', { repeats: 'summary of trades' }],
  ['SYMBOLSUMMARY', { repeats: 'summary of trades by symbol' }],
  ['ASSETSUMMARY', { repeats: 'summary of trades by asset class' }],
  ['CLOSEDLOT', { repeats: 'lots that trades closed' }],
  ['LOT', { repeats: 'lots that trades closed' }],
  ['WASHSALE', { repeats: 'wash sales of trades' }],
]);

/** The level of a row; undefined for one that is not known. */
export function findTradeLevel(row: FlexRow): TradeLevel | undefined {
  return LEVELS.get((row.text('levelOfDetail') ?? row.name).toUpperCase().replace(/[^A-Z]/g, ''));
}
