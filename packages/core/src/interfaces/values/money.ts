import type { Decimal } from './decimal.js';

/** An exact amount in one ISO 4217 currency. Crypto is never money: it is an instrument with a quantity. */
export interface Money {
  readonly amount: Decimal;
  /** ISO 4217 alphabetic code. Minor units such as GBX are not currencies. */
  readonly currency: string;
}
