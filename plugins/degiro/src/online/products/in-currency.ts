import type { Decimal } from '@bourse/sdk';
import Big from 'big.js';
import type { Unit } from '../../statement/row/money.js';

/** A price or amount of the site in the currency of its unit, without digits that say nothing. */
export function toCurrency(decimal: Decimal, unit: Unit): Decimal {
  return unit.factor === '1' ? decimal : new Big(decimal).times(unit.factor).toFixed();
}
