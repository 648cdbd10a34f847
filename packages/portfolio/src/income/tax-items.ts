import type { Decimal, Instrument } from '@bourse/core/interfaces';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import { byDateAndRecord } from '../entries/compare.js';
import { isInAccount, isInPeriod, type Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';

/** A tax that stands alone. */
export interface TaxItem extends AccountRef {
  readonly recordId: string;
  readonly date: string;
  readonly currency: string;
  /** The cash effect: negative = paid. */
  readonly amount: Decimal;
  /** The instrument whose income was taxed, where the institution says so. */
  readonly instrument?: Instrument;
}

/** Taxes that were booked apart from the income they belong to, by date and record. */
export function listTaxesApart(
  { entries, accounts, instruments }: LedgerData,
  filter: Filter = {},
): TaxItem[] {
  return entries
    .flatMap(({ id, kind, type, account, date, amount, currency, instrument, detail }): TaxItem[] => {
      const owner = accounts.get(account);
      if (kind !== 'CASH_MOVEMENT' || type !== 'TAX' || detail.relatesTo !== true) return [];
      if (owner === undefined || !isInAccount(filter, owner) || !isInPeriod(filter, date)) return [];
      if (amount === undefined || currency === undefined) return [];
      const taxed = instrument === undefined ? undefined : instruments.get(instrument);
      return [
        {
          ...accountRefOf(owner),
          recordId: id,
          date,
          currency,
          amount,
          ...(taxed === undefined ? {} : { instrument: taxed }),
        },
      ];
    })
    .sort(byDateAndRecord);
}
