import type { Decimal, Money } from '@bourse/core/interfaces';
import { minorUnitDigits } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import { compareText } from '../entries/compare.js';
import type { Entry } from '../entries/entry.js';
import { isInAccount, type Filter } from '../entries/filter.js';
import type { AccountEntry, AccountStatement, LedgerData } from '../entries/ledger-data.js';
import { effectsOf } from './effects-of.js';

/** The cash of one account in one currency. */
export interface CashBalance extends AccountRef {
  readonly currency: string;
  /** The sum of all records. */
  readonly recorded: Decimal;
  /**
   * The latest balance that a statement prints, and the day whose end it tells of: a closing one, else an opening one, which tells
   * of the day before its period.
   */
  readonly statement?: { readonly amount: Decimal; readonly date: string };
  /** The statement's balance and what was recorded after it, where there is one; else the sum of all records. */
  readonly balance: Decimal;
  /**
   * What the statement's balance has more than the records explain: since the opening balance of the earliest statement that has
   * one, else since the first record. Absent where both agree.
   */
  readonly difference?: Decimal;
}

/** What a statement says of the end of a day. */
interface PrintedBalance {
  readonly date: string;
  readonly currency: string;
  readonly amount: Exact;
  /** Whether it is what a period of the next day begins with. */
  readonly isOpening: boolean;
  /** In UTC; empty where the statement does not say it. */
  readonly generatedAt: string;
}

const DAY_IN_MILLISECONDS = 86_400_000;

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
  const { statements } = account;
  const printed = Map.groupBy(
    [...absencesOf(statements), ...closingsOf(statements), ...openingsOf(statements)].filter(
      ({ date }) => until === undefined || date <= until,
    ),
    ({ currency }) => currency,
  );
  return [...new Set([...effects.keys(), ...printed.keys()])]
    .sort()
    .map((currency) =>
      balanceOf(account, currency, effects.get(currency) ?? NONE, printed.get(currency) ?? []),
    );
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
  printed: readonly PrintedBalance[],
): CashBalance {
  const recorded = sumOf(effects, () => true);
  const named = { ...accountRefOf(account), currency, recorded: recorded.toString() };
  const last = findLast(printed);
  if (last === undefined) return { ...named, balance: recorded.toString() };
  const later = sumOf(effects, (date) => date > last.date);
  const difference = last.amount.minus(explainedBy(effects, printed, last.date));
  return {
    ...named,
    statement: { amount: last.amount.toString(), date: last.date },
    balance: last.amount.plus(later).toString(),
    ...(isNoise(difference, currency) ? {} : { difference: difference.toString() }),
  };
}

function closingsOf(statements: readonly AccountStatement[]): PrintedBalance[] {
  return statements.flatMap(({ account: { cash }, date, generatedAt = '' }) =>
    date === undefined ? [] : printedIn(cash, { date, isOpening: false, generatedAt }),
  );
}

/**
 * Nothing, in currencies that a list of what is there now lacks, and that one of an earlier day had. They come first, so that of one
 * day what is printed is right.
 */
function absencesOf(statements: readonly AccountStatement[]): PrintedBalance[] {
  const lists = statements.flatMap(({ account: { cash, period }, date, generatedAt = '' }) =>
    cash === undefined || period !== undefined || date === undefined ? [] : [{ cash, date, generatedAt }],
  );
  const since = new Map<string, string>();
  for (const { cash, date } of lists)
    for (const { currency } of cash) if (date < (since.get(currency) ?? '9')) since.set(currency, date);
  return lists.flatMap(({ cash, date, generatedAt }) =>
    [...since]
      .filter(([currency, first]) => first < date && !cash.some((money) => money.currency === currency))
      .map(([currency]) => ({ date, currency, amount: Exact.ZERO, isOpening: false, generatedAt })),
  );
}

function openingsOf(statements: readonly AccountStatement[]): PrintedBalance[] {
  return statements.flatMap(({ account: { openingCash, period }, generatedAt = '' }) =>
    period === undefined
      ? []
      : printedIn(openingCash, { date: dayBefore(period.from), isOpening: true, generatedAt }),
  );
}

function printedIn(
  list: readonly Money[] = [],
  place: Omit<PrintedBalance, 'currency' | 'amount'>,
): PrintedBalance[] {
  return list.map(({ amount, currency }) => ({ ...place, currency, amount: Exact.from(amount) }));
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - DAY_IN_MILLISECONDS).toISOString().slice(0, date.length);
}

/** Of balances of one day a closing one, of those the one of the statement that was made last. */
function findLast(printed: readonly PrintedBalance[]): PrintedBalance | undefined {
  const rankOf = ({ date, isOpening, generatedAt }: PrintedBalance): string =>
    `${date} ${isOpening ? 0 : 1} ${generatedAt}`;
  return printed.reduce<PrintedBalance | undefined>(
    (last, next) => (last === undefined || rankOf(next) >= rankOf(last) ? next : last),
    undefined,
  );
}

/** What the balance of a day has to be by the records up to it. */
function explainedBy(effects: Effects, printed: readonly PrintedBalance[], until: string): Exact {
  const openings = printed.filter(({ isOpening }) => isOpening);
  const [first] = openings.toSorted((left, right) => compareText(left.date, right.date));
  const { date: before, amount } = first ?? { date: '', amount: Exact.ZERO };
  return amount.plus(sumOf(effects, (date) => date > before && date <= until));
}

/** Balances are printed rounded to the minor unit more often than bookings are. */
function isNoise(difference: Exact, currency: string): boolean {
  return difference.absolute().compare(new Exact(1n, minorUnitDigits(currency))) < 0;
}

function sumOf(effects: Effects, isWanted: (date: string) => boolean): Exact {
  let sum = Exact.ZERO;
  for (const [date, amount] of effects) if (isWanted(date)) sum = sum.plus(amount);
  return sum;
}
