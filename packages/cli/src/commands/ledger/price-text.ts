import type { Decimal, PriceType } from '@bourse/core/interfaces';
import { formatExactAmount, groupDigits } from '../../output/amounts.js';

/** A price with all its digits, in its currency or in percent of the nominal. */
export function priceText(price: Decimal, currency: string, priceType: PriceType | undefined): string {
  return priceType === 'PERCENTAGE'
    ? `${groupDigits(price)} %`
    : `${formatExactAmount({ amount: price, currency })} ${currency}`;
}
