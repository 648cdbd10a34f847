import type { Decimal, Money } from '@bourse/sdk';
import Big from 'big.js';
import { isZero } from '../row/decimals.js';
import type { AccountRow } from '../row/account-row.js';

type Place = Pick<AccountRow, 'ordinal' | 'lines'>;

/** What the running balances of a file say. */
export interface BalanceFindings {
  /** Balances that follow another one of their currency. */
  readonly steps: number;
  /** Those of them that are the former balance and what the row booked. */
  readonly joined: number;
  /** The first rows whose balance does not follow from the one before. */
  readonly broken: readonly Place[];
  /** Balances before the first and after the last row, by currency; absent where the chain is broken. */
  readonly opening?: readonly Money[];
  readonly closing?: readonly Money[];
}

/** So many places are named. */
const MAX_PLACES = 10;

/** The chain of one currency, if the file goes in this direction. */
interface Direction {
  /** Undefined before the first balance. */
  expected: Big | undefined;
  joined: number;
  readonly broken: Place[];
}

interface Chain {
  steps: number;
  readonly first: { readonly before: Big; readonly after: Big };
  readonly newestFirst: Direction;
  readonly oldestFirst: Direction;
}

/**
 * Follows the running balance of each currency. The statement prints the newest row first; one that somebody sorted
 * the other way around is followed as well, since only one direction can join.
 */
export class BalanceChain {
  readonly #chains = new Map<string, Chain>();

  /** @param money What the row does to the balance, which for some rows stands in their text alone. */
  add(row: Place, balance: Money | undefined, money: Money | undefined): void {
    if (balance === undefined) return;
    const after = new Big(balance.amount);
    const before = after.minus(money?.currency === balance.currency ? money.amount : 0);
    const chain = this.#chains.get(balance.currency);
    if (chain === undefined) {
      const first = { before, after };
      const [newestFirst, oldestFirst] = [before, after].map((expected) => ({
        expected,
        joined: 0,
        broken: [],
      }));
      if (newestFirst === undefined || oldestFirst === undefined) return;
      this.#chains.set(balance.currency, { steps: 0, first, newestFirst, oldestFirst });
      return;
    }
    chain.steps += 1;
    follow(chain.newestFirst, row, after, before);
    follow(chain.oldestFirst, row, before, after);
  }

  findings(): BalanceFindings {
    const chains = [...this.#chains.entries()].sort(([left], [right]) => (left < right ? -1 : 1));
    const joinedIn = (direction: 'newestFirst' | 'oldestFirst') =>
      chains.reduce((sum, [, chain]) => sum + chain[direction].joined, 0);
    const direction = joinedIn('oldestFirst') > joinedIn('newestFirst') ? 'oldestFirst' : 'newestFirst';
    const steps = chains.reduce((sum, [, chain]) => sum + chain.steps, 0);
    const broken = chains
      .flatMap(([, chain]) => chain[direction].broken)
      .sort((left, right) => left.ordinal - right.ordinal)
      .slice(0, MAX_PLACES);
    const joined = joinedIn(direction);
    if (joined < steps || chains.length === 0) return { steps, joined, broken };
    return { steps, joined, broken, ...ends(chains, direction) };
  }
}

/** Compares one end of the row with what the row before has left, and expects its other end of the next. */
function follow(direction: Direction, { ordinal, lines }: Place, near: Big, far: Big): void {
  if (direction.expected?.eq(near) === true) direction.joined += 1;
  else if (direction.broken.length < MAX_PLACES) direction.broken.push({ ordinal, lines });
  direction.expected = far;
}

function ends(
  chains: readonly (readonly [currency: string, chain: Chain])[],
  direction: 'newestFirst' | 'oldestFirst',
): Required<Pick<BalanceFindings, 'opening' | 'closing'>> {
  const moneyOf = (pick: (chain: Chain) => Big | undefined): Money[] =>
    chains.map(([currency, chain]) => ({ amount: printed(pick(chain)), currency }));
  const last = (chain: Chain) => chain[direction].expected;
  return direction === 'newestFirst'
    ? { opening: moneyOf(last), closing: moneyOf(({ first }) => first.after) }
    : { opening: moneyOf(({ first }) => first.before), closing: moneyOf(last) };
}

function printed(amount: Big | undefined): Decimal {
  const text = amount?.toFixed() ?? '0';
  return isZero(text) ? '0' : text;
}
