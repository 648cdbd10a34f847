import { quoteCell, type Instrument } from '@bourse/sdk';
import type { Column } from './columns.js';
import { RowError } from './row-error.js';

/**
 * Currencies that stand for money in the history. A list of its own, because some crypto assets are called like one
 * of the rarer ISO 4217 currencies (MNT, GEL, ERN).
 */
const CURRENCIES: ReadonlySet<string> = new Set(
  'EUR USD GBP CHF AUD BGN BRL CAD CZK DKK HKD HUF JPY NOK NZD PLN RON SEK SGD TRY ZAR'.split(' '),
);

/** The currency that Bitvavo's accounts are kept in. */
export const HOME_CURRENCY = 'EUR';

const CODE_PATTERN = /^[A-Z0-9][A-Z0-9.$_-]{0,31}$/;

/** Tells whether a code of the history is money, not a crypto asset. */
export function isMoney(code: string): boolean {
  return CURRENCIES.has(code);
}

/**
 * The code of a currency or crypto asset in a cell.
 *
 * @throws RowError where the cell holds none.
 */
export function readAssetCode(cell: string, column: Column): string {
  if (CODE_PATTERN.test(cell)) return cell;
  throw new RowError(`${quoteCell(cell)} is no currency or crypto asset.`, column);
}

/** A crypto asset; the history knows it by its symbol alone. */
export function toCryptoAsset(symbol: string): Instrument {
  return { kind: 'CRYPTO', name: symbol, symbol };
}
