import type { Money } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { Entry } from '../entries/entry.js';
import type { Book } from './book.js';
import type { Cost } from './cost.js';

/** Units that came as income: what they were worth on that day is what they cost. */
const INCOME: ReadonlySet<string> = new Set(['STAKING_REWARD', 'DISTRIBUTION']);

/** Moves units without a trade. What goes out takes its cost along; only what expires is realized, as a loss. */
export function applyTransfer(book: Book, entry: Entry): void {
  const holding = book.holdingOfEntry(entry);
  if (holding === undefined || entry.quantity === undefined) return;
  const quantity = Exact.from(entry.quantity);
  if (quantity.isZero) return;
  const expires = entry.type === 'EXPIRATION';
  const closing = holding.move({
    quantity,
    cost: expires ? book.costOf(MoneyBag.EMPTY, entry.date) : costOfTransfer(book, entry),
    date: entry.detail.acquiredDate ?? entry.date,
    recordId: entry.id,
    mayOpen: quantity.isPositive && !expires,
  });
  if (closing !== undefined && expires) book.realize(holding, closing, entry);
}

function costOfTransfer(book: Book, { type, date, detail }: Entry): Cost | undefined {
  const { costBasis, value, acquiredDate } = detail;
  const given: Money | undefined = costBasis ?? (INCOME.has(type) ? value : undefined);
  return given === undefined ? undefined : book.costOf(MoneyBag.from(given), acquiredDate ?? date);
}
