import { isDecimal, minorUnitDigits, parseNumber, quoteCell, roundNoise, type Decimal } from '@bourse/sdk';
import { isMoney } from './assets.js';
import type { Column } from './columns.js';
import { RowError } from './row-error.js';

/** Decimal places that quantities of crypto assets are booked with, and fees in any currency. */
const CRYPTO_DECIMALS = 8;

/** Decimal places that remain of a price with binary noise; the cheapest assets have prices below 1e-7. */
const PRICE_DECIMALS = 12;

/** Plain decimals with a point, perhaps with an exponent; a comma would be a file that another program changed. */
const NUMBER_PATTERN = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/;

/**
 * The amount in a cell, freed of binary noise by the decimal places of its asset; undefined where the cell is empty.
 *
 * @throws RowError where the cell holds no number, or one of more than 40 digits.
 */
export function readAmount(cell: string, column: Column, asset: string): Decimal | undefined {
  return readNumber(cell, column, isMoney(asset) ? minorUnitDigits(asset) : CRYPTO_DECIMALS);
}

/** The fee in a cell. Fees in money are printed with more digits than the currency has. */
export function readFeeAmount(cell: string): Decimal | undefined {
  return readNumber(cell, 'feeAmount', CRYPTO_DECIMALS);
}

/** The price in a cell. */
export function readPrice(cell: string): Decimal | undefined {
  return readNumber(cell, 'quotePrice', PRICE_DECIMALS);
}

/** An amount that the row cannot do without. */
export function requireAmount(cell: string, column: Column, asset: string): Decimal {
  const amount = readAmount(cell, column, asset);
  if (amount === undefined) throw new RowError('The amount is missing.', column);
  return amount;
}

function readNumber(cell: string, column: Column, decimals: number): Decimal | undefined {
  if (cell === '') return undefined;
  const number = NUMBER_PATTERN.test(cell) ? parseNumber(cell, { decimal: '.' }) : undefined;
  const rounded = number === undefined ? undefined : roundNoise(number, decimals);
  if (rounded === undefined || !isDecimal(rounded))
    throw new RowError(`${quoteCell(cell)} is no amount.`, column);
  return rounded;
}
