import Big from 'big.js';
import type { Account, Money, ProblemDraft } from '../interfaces/index.js';
import { minorUnit } from '../records/laws/tolerance.js';

/** What the records of one account do to its cash, in one currency. */
interface Movements {
  readonly sumsByDate: Map<string, Big>;
  /** All dates in their order, each with the sum up to and with it; made when somebody asks for the first time. */
  running?: readonly { readonly date: string; readonly sum: Big }[];
}

/** Adds up, for one file, what its records do to the cash of each account, and compares it with the printed balances. */
export class BalanceAccount {
  /** By account, then by currency. */
  readonly #movements = new Map<string, Map<string, Movements>>();

  add(accountId: string, date: string, effects: readonly Money[]): void {
    for (const { amount, currency } of effects) {
      const movements = this.#movementsOf(accountId, currency);
      const { sumsByDate } = movements;
      sumsByDate.set(date, (sumsByDate.get(date) ?? new Big(0)).plus(amount));
      delete movements.running;
    }
  }

  /** Opening cash + effects of the records in the period = closing cash, for each currency of each account. */
  findProblems(accounts: readonly Account[]): ProblemDraft[] {
    return accounts.flatMap((account) => {
      const { openingCash, cash } = account;
      if (openingCash === undefined || cash === undefined) return [];
      const currencies = new Set([...openingCash, ...cash].map((money) => money.currency));
      return [...currencies]
        .sort()
        .flatMap((currency) =>
          this.#compare(account, currency, amountIn(openingCash, currency), amountIn(cash, currency)),
        );
    });
  }

  #compare(
    account: Account,
    currency: string,
    opening: Big | undefined,
    closing: Big | undefined,
  ): ProblemDraft[] {
    if (opening === undefined || closing === undefined) return [];
    const moved = this.#sumOf(account, currency);
    const difference = closing.minus(opening).minus(moved);
    if (difference.abs().lt(minorUnit(currency))) return [];
    const message = `Account ${account.id}: opening ${opening.toFixed()} and movements ${moved.toFixed()} do not give closing ${closing.toFixed()} ${currency}; the difference is ${difference.toFixed()}.`;
    return [
      {
        code: 'BALANCE_MISMATCH',
        message,
        ...(account.source?.rows === undefined ? {} : { place: { rows: account.source.rows } }),
      },
    ];
  }

  /** A file may print the balances of many periods, so none of them goes through all the dates. */
  #sumOf({ id, period }: Account, currency: string): Big {
    const movements = this.#movements.get(id)?.get(currency);
    if (movements === undefined) return new Big(0);
    movements.running ??= addUp(movements.sumsByDate);
    const { running } = movements;
    if (period === undefined) return running.at(-1)?.sum ?? new Big(0);
    return sumUntil(running, (date) => date <= period.to).minus(
      sumUntil(running, (date) => date < period.from),
    );
  }

  #movementsOf(accountId: string, currency: string): Movements {
    const currencies = this.#movements.get(accountId) ?? new Map<string, Movements>();
    this.#movements.set(accountId, currencies);
    const movements = currencies.get(currency) ?? { sumsByDate: new Map<string, Big>() };
    currencies.set(currency, movements);
    return movements;
  }
}

function addUp(sumsByDate: ReadonlyMap<string, Big>): NonNullable<Movements['running']> {
  let sum = new Big(0);
  const dates = [...sumsByDate].sort(([one], [other]) => (one < other ? -1 : 1));
  return dates.map(([date, moved]) => ({ date, sum: (sum = sum.plus(moved)) }));
}

/** The sum at the last of the first dates for which `isWithin` holds. */
function sumUntil(running: NonNullable<Movements['running']>, isWithin: (date: string) => boolean): Big {
  let low = 0;
  let high = running.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isWithin(running[middle]?.date ?? '')) low = middle + 1;
    else high = middle;
  }
  return running[low - 1]?.sum ?? new Big(0);
}

function amountIn(list: readonly Money[], currency: string): Big | undefined {
  const money = list.find((candidate) => candidate.currency === currency);
  return money === undefined ? undefined : new Big(money.amount);
}
