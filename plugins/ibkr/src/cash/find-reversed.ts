import { instrumentId } from '../instrument/instrument-id.js';
import { isNegative, negated, sum } from '../values/amounts.js';
import type { GrossRow } from './to-dividend.js';

/**
 * Finds which incomes take back which: one that says so, or that is negative, and an earlier one of the same account,
 * instrument, pay date and opposite amount. Each is taken back once.
 *
 * @returns originals by the row that takes them back
 */
export function findReversed(grosses: readonly GrossRow[]): ReadonlyMap<GrossRow, GrossRow> {
  const byTime = [...grosses].sort(compareTime);
  const originals = Map.groupBy(
    byTime.filter(({ cash }) => !cash.isReversal),
    (gross) => keyOf(gross, gross.cash.money.amount),
  );
  const reversed = new Map<GrossRow, GrossRow>();
  for (const gross of byTime) {
    const { isReversal, money, date } = gross.cash;
    if (!isReversal && !isNegative(money.amount)) continue;
    const candidates = originals.get(keyOf(gross, negated(money.amount))) ?? [];
    const index = candidates.findIndex(({ cash }) => cash.date <= date);
    const [original] = index === -1 ? [] : candidates.splice(index, 1);
    if (original !== undefined) reversed.set(gross, original);
  }
  return reversed;
}

function compareTime(left: GrossRow, right: GrossRow): number {
  if (left.cash.date !== right.cash.date) return left.cash.date < right.cash.date ? -1 : 1;
  return left.cash.ordinal - right.cash.ordinal;
}

function keyOf({ cash, instrument }: GrossRow, amount: string): string {
  return JSON.stringify([
    cash.account,
    instrumentId(instrument),
    cash.payDate,
    cash.money.currency,
    sum(amount),
  ]);
}
