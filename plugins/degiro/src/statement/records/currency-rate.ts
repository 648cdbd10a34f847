import type { FxRate } from '@bourse/sdk';
import type { Booking } from '../row/booking.js';
import { isNegative, isZero } from '../row/decimals.js';
import { readNumber } from '../row/number-marks.js';

/** The rate that the text of a trade of currencies names: `Achat 4 800 EUR/CHF@0,9412 CHF ()`. */
export function currencyRateOf({ row, text }: Booking<'CURRENCY_TRADE'>): FxRate | undefined {
  const [base = '', quote = ''] = text.name.split('/');
  const rate = readNumber(text.price, text.price.includes(',') ? ',' : '.');
  if (quote !== text.currency || rate === undefined || isZero(rate) || isNegative(rate)) return undefined;
  return { base, quote, rate, source: 'EXECUTED', date: row.date };
}
