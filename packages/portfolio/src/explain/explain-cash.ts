import type { Decimal, RecordKind } from '@bourse/core/interfaces';
import { effectsOf } from '../cash/effects-of.js';
import { Exact } from '../decimal/exact.js';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import { byDateAndRecord } from '../entries/compare.js';
import { isInAccount, isInPeriod, type Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';

/** What one record does to the cash in one currency. */
export interface CashStep extends AccountRef {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly date: string;
  readonly amount: Decimal;
}

/** Names the cash of one currency. */
export interface CashQuery extends Filter {
  readonly currency: string;
}

/** The records whose sum is the recorded cash, by date and record. */
export function explainCash({ entries, accounts }: LedgerData, query: CashQuery): CashStep[] {
  return entries
    .flatMap((entry): CashStep[] => {
      const account = accounts.get(entry.account);
      if (account === undefined || !isInAccount(query, account) || !isInPeriod(query, entry.date)) return [];
      const effects = effectsOf(entry).filter(({ currency }) => currency === query.currency);
      if (effects.length === 0) return [];
      const amount = effects.reduce((sum, money) => sum.plus(Exact.from(money.amount)), Exact.ZERO);
      const { id: recordId, kind, date } = entry;
      return [{ ...accountRefOf(account), recordId, kind, date, amount: amount.toString() }];
    })
    .sort(byDateAndRecord);
}
