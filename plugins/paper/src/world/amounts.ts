import type { Decimal, Money } from '@bourse/sdk';
import Big from 'big.js';

/** Rounded half-even to the cent; all currencies of the exchange have two decimal places. */
export function toCents(amount: Big): Big {
  return amount.round(2, Big.roundHalfEven);
}

/** Rounded up to the next cent. */
export function upToCents(amount: Big): Big {
  return amount.round(2, Big.roundUp);
}

/** An amount as records print it, with its cents. */
export function printCents(amount: Big): Decimal {
  return amount.eq(0) ? '0.00' : amount.toFixed(2);
}

/** Money of a whole number of cents. */
export function money(amount: Big, currency: string): Money {
  return { amount: printCents(amount), currency };
}
