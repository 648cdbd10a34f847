import type { FxRate, Money } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { sumInBase, type BaseSum } from './base-sum.js';
import { converterOf } from './converter-of.js';

/** An amount of one record. */
export interface MoneyItem {
  readonly recordId: string;
  readonly date: string;
  readonly money: Money;
  /** The rate at which this very money was exchanged, where one is known. */
  readonly fx?: FxRate | undefined;
}

/** Adds up amounts of records in one currency, each at the rate of its day; undefined where no currency is asked for. */
export function sumMoneyInBase(
  data: LedgerData,
  base: string | undefined,
  items: readonly MoneyItem[],
): BaseSum | undefined {
  const converter = converterOf(data, base);
  if (converter === undefined) return undefined;
  return sumInBase(
    items.map(({ money, ...item }) => ({ ...item, ...money })),
    ({ amount }) => Exact.from(amount),
    converter,
  );
}
