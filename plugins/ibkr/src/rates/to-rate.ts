import { isCurrency, type FxRate } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { isNegative, isZero } from '../values/amounts.js';
import { compact } from '../values/compact.js';

/** A rate of the day; undefined where a row has none: rates of 0 or -1, and codes that are no currency. */
export function toRate(row: FlexRow): FxRate | undefined {
  const base = row.text('fromCurrency') ?? '';
  const quote = row.text('toCurrency') ?? '';
  const rate = row.neededDecimal('rate');
  if (!isCurrency(base) || !isCurrency(quote) || isNegative(rate) || isZero(rate)) return undefined;
  return compact({
    base,
    quote,
    rate,
    source: 'REFERENCE' as const,
    date: row.date('reportDate'),
    rows: [row.ordinal],
  });
}
