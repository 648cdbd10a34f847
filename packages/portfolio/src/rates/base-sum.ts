import type { Decimal, FxRate } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { Converter } from './converter.js';

/** A sum in the base currency, and what it leaves out. */
export interface BaseSum {
  readonly currency: string;
  readonly amount: Decimal;
  /** Records of currencies that have no rate on or before their day. */
  readonly omitted: readonly { readonly recordId: string; readonly currency: string }[];
}

interface Item {
  readonly recordId: string;
  readonly date: string;
  readonly currency: string;
  readonly fx?: FxRate | undefined;
}

/** Adds up items, each at the rate of its day or the one at which its own money was exchanged. */
export function sumInBase<Of extends Item>(
  items: readonly Of[],
  amountOf: (item: Of) => Exact,
  converter: Converter,
): BaseSum {
  let sum = Exact.ZERO;
  const omitted: { recordId: string; currency: string }[] = [];
  for (const item of items) {
    const { recordId, date, currency, fx } = item;
    const converted = converter.convert(amountOf(item), currency, date, fx === undefined ? [] : [fx]);
    if (converted === undefined) omitted.push({ recordId, currency });
    else sum = sum.plus(converted);
  }
  return { currency: converter.base, amount: sum.toString(), omitted };
}
