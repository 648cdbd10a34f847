import type { Money } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { Entry } from '../entries/entry.js';
import type { Book } from './book.js';
import type { Cost } from './cost.js';
import { Lots, type Lot } from './lots.js';

/** Units that came as income: what they were worth on that day is what they cost. */
const INCOME: ReadonlySet<string> = new Set(['STAKING_REWARD', 'DISTRIBUTION']);

/**
 * Moves units without a trade. What goes out takes its cost along; only what expires is realized, as a loss. What comes from
 * another own account has the cost that the record gives, else the one that it had there.
 *
 * @param arriving the lots that left the other account; undefined where there is none, or nobody knows them
 * @returns the lots that left this account; undefined where nobody knows them
 */
export function applyTransfer(
  book: Book,
  entry: Entry,
  arriving: readonly Lot[] | undefined,
): readonly Lot[] | undefined {
  const holding = book.holdingOfEntry(entry);
  if (holding === undefined || entry.quantity === undefined) return undefined;
  const quantity = Exact.from(entry.quantity);
  if (quantity.isZero) return undefined;
  if (arriving !== undefined && entry.detail.costBasis === undefined && !holding.quantity.isNegative) {
    holding.receive(oldest(arriving, quantity), quantity);
    return undefined;
  }
  const expires = entry.type === 'EXPIRATION';
  const closing = holding.move({
    quantity,
    cost: expires ? book.costOf(MoneyBag.EMPTY, entry.date) : costOfTransfer(book, entry),
    date: entry.detail.acquiredDate ?? entry.date,
    recordId: entry.id,
    mayOpen: quantity.isPositive && !expires,
  });
  if (closing !== undefined && expires) book.realize(holding, closing, entry);
  return closing?.lots;
}

function costOfTransfer(book: Book, { type, date, detail }: Entry): Cost | undefined {
  const { costBasis, value, acquiredDate } = detail;
  const given: Money | undefined = costBasis ?? (INCOME.has(type) ? value : undefined);
  return given === undefined ? undefined : book.costOf(MoneyBag.from(given), acquiredDate ?? date);
}

/** What arrives of lots; the rest went for charges on the way. */
function oldest(lots: readonly Lot[], quantity: Exact): Lot[] {
  const sent = new Lots('FIFO');
  for (const lot of lots) sent.add(lot);
  return sent.take(quantity);
}
