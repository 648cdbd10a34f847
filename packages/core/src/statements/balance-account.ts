import Big from 'big.js';
import type { Account, Money, ProblemDraft } from '../interfaces/index.js';
import { minorUnit } from '../records/laws/tolerance.js';

/** Adds up, for one file, what its records do to the cash of each account, and compares it with the printed balances. */
export class BalanceAccount {
  /** Sums by account, then by date, then by currency. */
  readonly #effects = new Map<string, Map<string, Map<string, Big>>>();

  add(accountId: string, date: string, effects: readonly Money[]): void {
    if (effects.length === 0) return;
    const sums = inner(inner(this.#effects, accountId), date);
    for (const { amount, currency } of effects)
      sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(amount));
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

  #sumOf({ id, period }: Account, currency: string): Big {
    let sum = new Big(0);
    for (const [date, sums] of this.#effects.get(id) ?? []) {
      if (period !== undefined && (date < period.from || date > period.to)) continue;
      sum = sum.plus(sums.get(currency) ?? 0);
    }
    return sum;
  }
}

function amountIn(list: readonly Money[], currency: string): Big | undefined {
  const money = list.find((candidate) => candidate.currency === currency);
  return money === undefined ? undefined : new Big(money.amount);
}

function inner<Key, Value>(map: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const found = map.get(key) ?? new Map<string, Value>();
  map.set(key, found);
  return found;
}
