import Big from 'big.js';
import type { Account, Money, Period, ProblemDraft } from '../interfaces/index.js';
import { minorUnit } from '../records/laws/tolerance.js';
import { DaySums } from './day-sums.js';

/** What one record does to the cash of its account. */
export interface Movement {
  readonly date: string;
  readonly effects: readonly Money[];
  /** Its date is the trade date then, and the institution may book it in a later period. */
  readonly isTrade: boolean;
}

/** What the records of one account do to its cash, in one currency. */
interface Movements {
  readonly all: DaySums;
  readonly trades: DaySums;
}

/** A printed balance that its movements do not give. */
interface Difference {
  readonly account: Account;
  readonly opening: Big;
  readonly moved: Big;
  readonly closing: Big;
  readonly amount: Big;
}

/** Adds up, for one file, what its records do to the cash of each account, and compares it with the printed balances. */
export class BalanceAccount {
  /** By account, then by currency. */
  readonly #movements = new Map<string, Map<string, Movements>>();

  add(accountId: string, { date, effects, isTrade }: Movement): void {
    for (const { amount, currency } of effects) {
      const movements = this.#movementsOf(accountId, currency);
      movements.all.add(date, amount);
      if (isTrade) movements.trades.add(date, amount);
    }
  }

  /** Opening cash + effects of the records in the period = closing cash, for each currency of each account. */
  findProblems(accounts: readonly Account[]): ProblemDraft[] {
    const byAccount = Map.groupBy(accounts, ({ id }) => id);
    return [...byAccount.values()].flatMap((statements) =>
      currenciesOf(statements).flatMap((currency) => this.#findDifferences(statements, currency)),
    );
  }

  #findDifferences(statements: readonly Account[], currency: string): ProblemDraft[] {
    const differences = statements
      .flatMap((account) => this.#compare(account, currency))
      .filter(({ amount }) => amount.abs().gte(minorUnit(currency)));
    if (differences.length === 0 || this.#isBookedLater(differences, statements, currency)) return [];
    return differences.map((difference) => toProblem(difference, currency));
  }

  #compare(account: Account, currency: string): Difference[] {
    const opening = amountIn(account.openingCash, currency);
    const closing = amountIn(account.cash, currency);
    if (opening === undefined || closing === undefined) return [];
    const moved = this.#sumOf(account, currency);
    return [{ account, opening, moved, closing, amount: closing.minus(opening).minus(moved) }];
  }

  /**
   * Whether all differences together are what trades of days outside of the statements do, or nothing where trades went from one
   * statement to the next: the institution books them by another day than the trade date, and nothing is missing.
   */
  #isBookedLater(
    differences: readonly Difference[],
    statements: readonly Account[],
    currency: string,
  ): boolean {
    const [{ account } = { account: { id: '' } }] = differences;
    const { trades } = this.#movementsOf(account.id, currency);
    const known = statements.flatMap(({ period }) => period ?? []);
    if (trades.isEmpty || known.length < statements.length) return false;
    const periods = joinPeriods(known);
    const outside = periods.reduce((sum, period) => sum.minus(trades.sumIn(period)), trades.total());
    const missing = differences.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
    return missing.minus(outside).abs().lt(minorUnit(currency));
  }

  #sumOf({ id, period }: Account, currency: string): Big {
    const { all } = this.#movementsOf(id, currency);
    return period === undefined ? all.total() : all.sumIn(period);
  }

  #movementsOf(accountId: string, currency: string): Movements {
    const currencies = this.#movements.get(accountId) ?? new Map<string, Movements>();
    this.#movements.set(accountId, currencies);
    const movements = currencies.get(currency) ?? { all: new DaySums(), trades: new DaySums() };
    currencies.set(currency, movements);
    return movements;
  }
}

function currenciesOf(statements: readonly Account[]): string[] {
  const printed = statements.flatMap(({ openingCash, cash }) =>
    openingCash === undefined || cash === undefined ? [] : [...openingCash, ...cash],
  );
  return [...new Set(printed.map(({ currency }) => currency))].sort();
}

function toProblem({ account, opening, moved, closing, amount }: Difference, currency: string): ProblemDraft {
  return {
    code: 'BALANCE_MISMATCH',
    message: `Account ${account.id}: opening ${opening.toFixed()} and movements ${moved.toFixed()} do not give closing ${closing.toFixed()} ${currency}; the difference is ${amount.toFixed()}.`,
    ...(account.source?.rows === undefined ? {} : { place: { rows: account.source.rows } }),
  };
}

/** The same days in as few periods as touch each other. */
function joinPeriods(periods: readonly Period[]): Period[] {
  const joined: Period[] = [];
  for (const { from, to } of periods.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || from > last.to) joined.push({ from, to });
    else if (to > last.to) joined[joined.length - 1] = { from: last.from, to };
  }
  return joined;
}

function amountIn(list: readonly Money[] | undefined, currency: string): Big | undefined {
  const money = list?.find((candidate) => candidate.currency === currency);
  return money === undefined ? undefined : new Big(money.amount);
}
