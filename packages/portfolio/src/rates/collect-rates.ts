import type { FxRate } from '@bourse/core/interfaces';
import type { DatedRate, LedgerData } from '../entries/ledger-data.js';

/** All rates of a ledger: those that statements print, and those at which money was exchanged. */
export function collectRates({ entries, rates }: Pick<LedgerData, 'entries' | 'rates'>): DatedRate[] {
  const executed = entries.flatMap(({ detail: { fx }, date }) =>
    fx === undefined ? [] : [{ ...fx, date: fx.date ?? date }],
  );
  return [...executed, ...rates];
}

/** Rates of conversions that the institution books as rows of their own, by the account and order that they belong to. */
export function collectOrderRates({ entries }: Pick<LedgerData, 'entries'>): Map<string, FxRate[]> {
  const rates = new Map<string, FxRate[]>();
  for (const { kind, account, orderId, detail } of entries) {
    if (kind !== 'CASH_MOVEMENT' || orderId === undefined || detail.fx === undefined) continue;
    const key = orderKey(account, orderId);
    rates.set(key, [...(rates.get(key) ?? []), detail.fx]);
  }
  return rates;
}

export function orderKey(account: number, orderId: string): string {
  return `${account} ${orderId}`;
}
