import type { CashMovementType, Decimal, FxRate } from '@bourse/core/interfaces';
import { CASH_MOVEMENT_TYPES } from '@bourse/core/interfaces';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import { byDateAndRecord } from '../entries/compare.js';
import { isInAccount, isInPeriod, type Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';

/** Money that moved without a trade, a dividend or a fee. */
export interface CashMovementItem extends AccountRef {
  readonly recordId: string;
  readonly date: string;
  readonly type: CashMovementType;
  /** Positive = into the account, without charges that stand beside it. */
  readonly amount: Decimal;
  readonly currency: string;
  readonly fx?: FxRate;
}

/** By date and record. */
export function listCashMovements(
  { entries, accounts }: LedgerData,
  filter: Filter = {},
): CashMovementItem[] {
  return entries
    .flatMap(({ id, kind, type, account, date, amount, currency, detail: { fx } }): CashMovementItem[] => {
      const owner = accounts.get(account);
      const known = CASH_MOVEMENT_TYPES.find((candidate) => candidate === type);
      if (kind !== 'CASH_MOVEMENT' || known === undefined || amount === undefined || currency === undefined)
        return [];
      if (owner === undefined || !isInAccount(filter, owner) || !isInPeriod(filter, date)) return [];
      const place = { ...accountRefOf(owner), recordId: id, date, type: known, amount, currency };
      return [fx === undefined ? place : { ...place, fx }];
    })
    .sort(byDateAndRecord);
}
