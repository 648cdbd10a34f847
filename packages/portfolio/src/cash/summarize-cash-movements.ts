import type { CashMovementType, Decimal } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { compareText } from '../entries/compare.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { sumInBase, type BaseSum } from '../rates/base-sum.js';
import type { SummaryOptions } from '../entries/summary-options.js';
import { converterOf } from '../rates/converter-of.js';
import { listCashMovements, type CashMovementItem } from './movement-items.js';

/** What moved for one reason in one currency. */
export interface CashMovementSum {
  readonly type: CashMovementType;
  readonly currency: string;
  readonly amount: Decimal;
  readonly count: number;
}

export interface CashMovementSummary {
  /** By type, then by currency. */
  readonly sums: readonly CashMovementSum[];
  /** Deposits and withdrawals in the base currency at the rates of their days; present where one is asked for. */
  readonly base?: { readonly deposits: BaseSum; readonly withdrawals: BaseSum };
}

/** Adds up {@link listCashMovements}. */
export function summarizeCashMovements(data: LedgerData, options: SummaryOptions = {}): CashMovementSummary {
  const items = listCashMovements(data, options);
  const converter = converterOf(data, options.base);
  const ofType = (type: CashMovementType, by: NonNullable<typeof converter>) =>
    sumInBase(
      items.filter((item) => item.type === type),
      ({ amount }) => Exact.from(amount),
      by,
    );
  return {
    sums: [...Map.groupBy(items, ({ type, currency }) => `${type} ${currency}`).values()]
      .flatMap(sumGroup)
      .sort(byType),
    ...(converter === undefined
      ? {}
      : { base: { deposits: ofType('DEPOSIT', converter), withdrawals: ofType('WITHDRAWAL', converter) } }),
  };
}

function sumGroup(items: readonly CashMovementItem[]): CashMovementSum[] {
  const [first] = items;
  if (first === undefined) return [];
  const amount = items.reduce((sum, item) => sum.plus(Exact.from(item.amount)), Exact.ZERO);
  return [{ type: first.type, currency: first.currency, amount: amount.toString(), count: items.length }];
}

function byType(left: CashMovementSum, right: CashMovementSum): number {
  return compareText(left.type, right.type) || compareText(left.currency, right.currency);
}
