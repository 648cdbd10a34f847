import type { Money } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import { canonical, magnitude, negated } from '../row/decimals.js';

/** A row that waits for one of the same amount and the opposite sign. */
export interface OpenRow extends Pick<AccountRow, 'ordinal' | 'lines'> {
  readonly money: Money;
}

/**
 * Pairs rows that take each other back, wherever they stand in the file. Of each row that waits only its place and
 * money are kept.
 */
export class OpenPairs {
  readonly #open = new Map<string, OpenRow[]>();

  /** The row that this one takes back, or undefined where it has to wait for one. */
  add({ ordinal, lines, money }: OpenRow): OpenRow | undefined {
    const partners = this.#open.get(keyOf(negated(money.amount), money.currency));
    const partner = partners?.shift();
    if (partner !== undefined) return partner;
    const key = keyOf(money.amount, money.currency);
    const waiting = this.#open.get(key) ?? [];
    waiting.push({ ordinal, lines, money });
    this.#open.set(key, waiting);
    return undefined;
  }

  /** The rows that still wait. */
  rest(): OpenRow[] {
    return [...this.#open.values()].flat().sort((left, right) => left.ordinal - right.ordinal);
  }
}

function keyOf(amount: string, currency: string): string {
  const sign = amount.startsWith('-') ? '-' : '+';
  return `${sign}${canonical(magnitude(amount))} ${currency}`;
}
