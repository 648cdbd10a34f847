import type { Decimal, DividendKind, FxRate, Instrument } from '@bourse/core/interfaces';
import { DIVIDEND_KINDS } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import { byDateAndRecord } from '../entries/compare.js';
import type { Entry } from '../entries/entry.js';
import { isInAccount, isInPeriod, type Filter } from '../entries/filter.js';
import type { AccountEntry, LedgerData } from '../entries/ledger-data.js';
import { InstrumentIndex } from '../instruments/instrument-index.js';

/** Income of an instrument as one record tells it. All amounts are in one currency, and gross − withheld − charges = net. */
export interface DividendItem extends AccountRef {
  readonly recordId: string;
  /** The booking date; of one that is expected the day it was announced for. */
  readonly date: string;
  readonly payDate?: string;
  /** What the instrument is known by within its account. */
  readonly key: string;
  readonly instrument: Instrument;
  readonly kind: DividendKind;
  readonly currency: string;
  readonly gross: Decimal;
  readonly withheld: Decimal;
  readonly charges: Decimal;
  /** The cash effect. */
  readonly net: Decimal;
  readonly fx?: FxRate;
}

/** Income that was paid, or paid and taken back, by date and record. */
export function listDividends(data: LedgerData, filter: Filter = {}): DividendItem[] {
  return collect(data, filter, ({ status }) => status === 'PAID' || status === 'REVERSAL');
}

/**
 * Income that is still to come, by date and record. What was announced is expected no more when a payment of the same instrument
 * and pay date is known, or when the account is known beyond that day.
 */
export function listExpectedDividends(data: LedgerData, filter: Filter = {}): DividendItem[] {
  const paid = new Set(listDividends(data).map(occasionOf));
  const knownUntil = lastDays(data);
  return collect(data, filter, ({ status, date, account, detail }) => {
    if (status !== 'ANNOUNCED' && status !== 'FORECAST') return false;
    return (detail.payDate ?? date) >= (knownUntil.get(account) ?? '');
  }).filter((item) => !paid.has(occasionOf(item)));
}

function collect(data: LedgerData, filter: Filter, isWanted: (entry: Entry) => boolean): DividendItem[] {
  const index = new InstrumentIndex(data);
  return data.entries
    .filter((entry) => entry.kind === 'DIVIDEND' && isWanted(entry) && isInPeriod(filter, entry.date))
    .flatMap((entry) => {
      const account = data.accounts.get(entry.account);
      return account === undefined || !isInAccount(filter, account) ? [] : toItem(entry, account, index);
    })
    .sort(byDateAndRecord);
}

function toItem(entry: Entry, account: AccountEntry, index: InstrumentIndex): DividendItem[] {
  const { gross, net, payDate, withholdings, fx } = entry.detail;
  const [instrument, key] = [index.get(entry.instrument), index.keyOfEntry(entry)];
  const kind = DIVIDEND_KINDS.find((candidate) => candidate === entry.type);
  if (
    instrument === undefined ||
    key === undefined ||
    kind === undefined ||
    gross === undefined ||
    net === undefined
  )
    return [];
  const withheld = (withholdings ?? []).reduce(
    (sum, { money }) => sum.plus(Exact.from(money.amount)),
    Exact.ZERO,
  );
  return [
    {
      ...accountRefOf(account),
      recordId: entry.id,
      date: entry.date,
      ...(payDate === undefined ? {} : { payDate }),
      key,
      instrument,
      kind,
      currency: gross.currency,
      gross: gross.amount,
      withheld: withheld.toString(),
      charges: Exact.from(gross.amount).minus(withheld).minus(Exact.from(net.amount)).toString(),
      net: net.amount,
      ...(fx === undefined ? {} : { fx }),
    },
  ];
}

function occasionOf({ institution, accountId, key, payDate, date }: DividendItem): string {
  return JSON.stringify([institution, accountId, key, payDate ?? date]);
}

/** The last day that something is known of, by account. */
function lastDays({ entries, accounts }: LedgerData): Map<number, string> {
  const days = new Map<number, string>();
  const see = (account: number, date: string | undefined): void => {
    if (date !== undefined && date > (days.get(account) ?? '')) days.set(account, date);
  };
  for (const { account, date, status } of entries)
    if (status !== 'ANNOUNCED' && status !== 'FORECAST') see(account, date);
  for (const { key, statements } of accounts.values()) for (const { date } of statements) see(key, date);
  return days;
}
