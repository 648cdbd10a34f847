import type { ChargeKind, Decimal } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { compareText } from '../entries/compare.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { converterOf } from '../rates/converter-of.js';
import { sumInBase, type BaseSum } from '../rates/base-sum.js';
import { listCharges, listChargesInKind, type ChargeInKind, type ChargeItem } from './charge-items.js';
import type { SummaryOptions } from '../entries/summary-options.js';

/** The costs of one kind in one currency. */
export interface ChargeSum {
  readonly kind: ChargeKind;
  readonly currency: string;
  readonly amount: Decimal;
  /** The part of the amount that moves no cash by itself. */
  readonly included: Decimal;
  readonly count: number;
}

/** What was paid for trading, holding and receiving. */
export interface ChargeSummary {
  /** By kind, then by currency. */
  readonly sums: readonly ChargeSum[];
  readonly inKind: readonly ChargeInKind[];
  readonly base?: BaseSum;
}

/** Adds up {@link listCharges}. */
export function summarizeCharges(data: LedgerData, options: SummaryOptions = {}): ChargeSummary {
  const items = listCharges(data, options);
  const converter = converterOf(data, options.base);
  const groups = Map.groupBy(items, ({ kind, currency }) => `${kind} ${currency}`);
  return {
    sums: [...groups.values()].flatMap(sumGroup).sort(byKind),
    inKind: listChargesInKind(data, options),
    ...(converter === undefined
      ? {}
      : { base: sumInBase(items, ({ amount }) => Exact.from(amount), converter) }),
  };
}

function sumGroup(items: readonly ChargeItem[]): ChargeSum[] {
  const [first] = items;
  if (first === undefined) return [];
  const sum = (some: readonly ChargeItem[]) =>
    some.reduce((total, { amount }) => total.plus(Exact.from(amount)), Exact.ZERO).toString();
  const { kind, currency } = first;
  const included = items.filter((item) => item.included);
  return [{ kind, currency, amount: sum(items), included: sum(included), count: items.length }];
}

function byKind(left: ChargeSum, right: ChargeSum): number {
  return compareText(left.kind, right.kind) || compareText(left.currency, right.currency);
}
