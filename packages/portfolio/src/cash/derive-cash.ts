import type { Decimal, Money } from '@bourse/core/interfaces';
import { minorUnitDigits } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import type { Entry } from '../entries/entry.js';
import { isInAccount, type Filter } from '../entries/filter.js';
import type { AccountEntry, AccountStatement, LedgerData } from '../entries/ledger-data.js';
import { effectsOf } from './effects-of.js';

/** The cash of one account in one currency. */
export interface CashBalance extends AccountRef {
  readonly currency: string;
  /** The sum of all records. */
  readonly recorded: Decimal;
  /** The closing balance of the latest statement that has one, and the day whose end it tells of. */
  readonly statement?: { readonly amount: Decimal; readonly date: string };
  /** The statement's balance and what was recorded after it, where there is one; else the sum of all records. */
  readonly balance: Decimal;
  /**
   * What the statement's balance has more than the records explain: since the opening balance of the earliest statement that has
   * one, else since the first record. Absent where both agree.
   */
  readonly difference?: Decimal;
}

/** The sum of all cash effects of a day, by day. */
type Effects = ReadonlyMap<string, Exact>;

const NONE: Effects = new Map();

/** The cash of each account and currency at the end of the last day asked for, by account and currency. */
export function deriveCash(data: LedgerData, filter: Omit<Filter, 'since'> = {}): CashBalance[] {
  const byAccount = Map.groupBy(data.entries, (entry) => entry.account);
  return [...data.accounts.values()]
    .filter((account) => isInAccount(filter, account))
    .flatMap((account) => balancesOf(account, byAccount.get(account.key) ?? [], filter.until));
}

function balancesOf(
  account: AccountEntry,
  entries: readonly Entry[],
  until: string | undefined,
): CashBalance[] {
  const effects = effectsByCurrency(entries, until);
  const statements = account.statements.filter(
    ({ date }) => date !== undefined && (until === undefined || date <= until),
  );
  const printed = statements.flatMap(({ account: { cash } }) => (cash ?? []).map((money) => money.currency));
  return [...new Set([...effects.keys(), ...printed])]
    .sort()
    .map((currency) => balanceOf(account, currency, effects.get(currency) ?? NONE, statements));
}

function effectsByCurrency(entries: readonly Entry[], until: string | undefined): Map<string, Effects> {
  const effects = new Map<string, Map<string, Exact>>();
  for (const entry of entries) {
    if (until !== undefined && entry.date > until) continue;
    for (const { amount, currency } of effectsOf(entry)) {
      const days = effects.get(currency) ?? new Map<string, Exact>();
      days.set(entry.date, (days.get(entry.date) ?? Exact.ZERO).plus(Exact.from(amount)));
      effects.set(currency, days);
    }
  }
  return effects;
}

function balanceOf(
  account: AccountEntry,
  currency: string,
  effects: Effects,
  statements: readonly AccountStatement[],
): CashBalance {
  const recorded = sumOf(effects, () => true);
  const named = { ...accountRefOf(account), currency, recorded: recorded.toString() };
  const closing = findClosing(currency, statements);
  if (closing === undefined) return { ...named, balance: recorded.toString() };
  const later = sumOf(effects, (date) => date > closing.date);
  const difference = closing.amount.minus(explainedBy(currency, effects, statements, closing.date));
  return {
    ...named,
    statement: { amount: closing.amount.toString(), date: closing.date },
    balance: closing.amount.plus(later).toString(),
    ...(isNoise(difference, currency) ? {} : { difference: difference.toString() }),
  };
}

/** Of statements of one day the one that was made last. */
function findClosing(
  currency: string,
  statements: readonly AccountStatement[],
): { date: string; amount: Exact } | undefined {
  const closings = statements.flatMap(({ account, date = '', generatedAt = '' }) => {
    const amount = amountIn(account.cash, currency);
    return amount === undefined ? [] : [{ date, amount, rank: `${date} ${generatedAt}` }];
  });
  return closings.reduce<(typeof closings)[number] | undefined>(
    (last, next) => (last === undefined || next.rank >= last.rank ? next : last),
    undefined,
  );
}

/** What the balance of a day has to be by the records up to it. */
function explainedBy(
  currency: string,
  effects: Effects,
  statements: readonly AccountStatement[],
  until: string,
): Exact {
  const openings = statements.flatMap(({ account: { period, openingCash } }) => {
    const amount = amountIn(openingCash, currency);
    return amount === undefined || period === undefined ? [] : [{ from: period.from, amount }];
  });
  const [first] = openings.toSorted((left, right) => (left.from < right.from ? -1 : 1));
  const { from, amount } = first ?? { from: '', amount: Exact.ZERO };
  return amount.plus(sumOf(effects, (date) => date >= from && date <= until));
}

/** Balances are printed rounded to the minor unit more often than bookings are. */
function isNoise(difference: Exact, currency: string): boolean {
  return difference.absolute().compare(new Exact(1n, minorUnitDigits(currency))) < 0;
}

function amountIn(list: readonly Money[] | undefined, currency: string): Exact | undefined {
  const money = list?.find((candidate) => candidate.currency === currency);
  return money === undefined ? undefined : Exact.from(money.amount);
}

function sumOf(effects: Effects, isWanted: (date: string) => boolean): Exact {
  let sum = Exact.ZERO;
  for (const [date, amount] of effects) if (isWanted(date)) sum = sum.plus(amount);
  return sum;
}
