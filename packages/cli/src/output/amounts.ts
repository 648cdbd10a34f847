import { minorUnitDigits, type Decimal, type Money } from '@bourse/core/interfaces';
import { Big } from 'big.js';

/** `-1234567.5` becomes `-1,234,567.5`. No digit is added or taken away. */
export function groupDigits(amount: Decimal): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

/** An amount rounded half-even to the minor unit of its currency: for totals that one looks at. */
export function formatAmount({ amount, currency }: Money): string {
  return groupDigits(
    withoutNegativeZero(new Big(amount).toFixed(minorUnitDigits(currency), Big.roundHalfEven)),
  );
}

/** An amount with its currency, rounded like {@link formatAmount}. */
export function formatMoney(money: Money): string {
  return `${formatAmount(money)} ${money.currency}`;
}

/** All digits of an amount, and at least those of the minor unit: for control totals that one compares. */
export function formatExactAmount({ amount, currency }: Money): string {
  const exact = new Big(amount);
  const digits = Math.max(minorUnitDigits(currency), exact.c.length - exact.e - 1);
  return groupDigits(withoutNegativeZero(exact.toFixed(digits)));
}

/** A quantity without trailing zeros. */
export function formatQuantity(quantity: Decimal): string {
  return groupDigits(withoutNegativeZero(new Big(quantity).toFixed()));
}

/** A share as a percentage with one digit. @param share A fraction: 0.15 is 15 %. */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function withoutNegativeZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
