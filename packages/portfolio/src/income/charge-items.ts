import type { Charge, ChargeKind, Decimal, FxRate, Instrument, RecordKind } from '@bourse/core/interfaces';
import { CHARGE_KINDS } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import { byDateAndRecord } from '../entries/compare.js';
import type { Entry } from '../entries/entry.js';
import { isInAccount, isInPeriod, type Filter } from '../entries/filter.js';
import type { AccountEntry, LedgerData } from '../entries/ledger-data.js';
import { parseStored } from '../ledger/parse-stored.js';

/** A cost in money of one record: positive = a cost, negative = a refund. */
export interface ChargeItem extends AccountRef {
  readonly recordId: string;
  readonly date: string;
  /** What the charge belongs to; FEE where it stands alone. */
  readonly of: RecordKind;
  readonly kind: ChargeKind;
  readonly amount: Decimal;
  readonly currency: string;
  /** Already inside the rate, price or quantity of its record, so that it moves no cash by itself. */
  readonly included: boolean;
  /** The rate at which the money of its record was exchanged. */
  readonly fx?: FxRate;
}

/** A cost in units of an asset. */
export interface ChargeInKind extends Omit<ChargeItem, 'amount' | 'currency' | 'fx'> {
  readonly instrument: Instrument;
  readonly quantity: Decimal;
}

/** Fees, and the charges in money of trades, dividends, transfers, cash movements and corporate actions, by date and record. */
export function listCharges(data: LedgerData, filter: Filter = {}): ChargeItem[] {
  return collect(data, filter, chargesOf);
}

export function listChargesInKind(data: LedgerData, filter: Filter = {}): ChargeInKind[] {
  return collect(data, filter, chargesInKindOf);
}

function collect<Item extends { readonly date: string; readonly recordId: string }>(
  { entries, accounts }: LedgerData,
  filter: Filter,
  itemsOf: (entry: Entry, account: AccountEntry) => Item[],
): Item[] {
  const items = entries.flatMap((entry) => {
    const account = accounts.get(entry.account);
    if (account === undefined || !isInAccount(filter, account) || !isInPeriod(filter, entry.date)) return [];
    return itemsOf(entry, account);
  });
  return items.sort(byDateAndRecord);
}

function chargesOf(entry: Entry, account: AccountEntry): ChargeItem[] {
  const place = placeOf(entry, account);
  const fx = entry.detail.fx === undefined ? {} : { fx: entry.detail.fx };
  const cash = (entry.detail.cash ?? []).filter(({ kind }) => kind === 'FEE');
  return [
    ...feeOf(entry, account),
    ...cash.map(({ money }) => ({
      ...place,
      kind: 'CORPORATE_ACTION' as const,
      amount: Exact.from(money.amount).negated().toString(),
      currency: money.currency,
      included: false,
    })),
    ...readCharges(entry).flatMap((charge) =>
      'money' in charge
        ? [{ ...place, kind: charge.kind, ...charge.money, included: charge.included === true, ...fx }]
        : [],
    ),
  ];
}

function feeOf(entry: Entry, account: AccountEntry): ChargeItem[] {
  const { kind, type, amount, currency } = entry;
  if (kind !== 'FEE' || amount === undefined || currency === undefined) return [];
  const feeKind = CHARGE_KINDS.find((candidate) => candidate === type) ?? 'OTHER';
  const cost = Exact.from(amount).negated().toString();
  return [{ ...placeOf(entry, account), kind: feeKind, amount: cost, currency, included: false }];
}

function chargesInKindOf(entry: Entry, account: AccountEntry): ChargeInKind[] {
  return readCharges(entry).flatMap((charge) =>
    'quantity' in charge
      ? [
          {
            ...placeOf(entry, account),
            kind: charge.kind,
            instrument: charge.instrument,
            quantity: charge.quantity,
            included: charge.included === true,
          },
        ]
      : [],
  );
}

/** An announced dividend has cost nothing yet. */
function readCharges({ charges, status }: Entry): readonly Charge[] {
  if (charges === undefined || status === 'ANNOUNCED' || status === 'FORECAST') return [];
  return parseStored<Charge[]>(charges);
}

function placeOf(
  { id, date, kind }: Entry,
  account: AccountEntry,
): AccountRef & { recordId: string; date: string; of: RecordKind } {
  return { ...accountRefOf(account), recordId: id, date, of: kind };
}
