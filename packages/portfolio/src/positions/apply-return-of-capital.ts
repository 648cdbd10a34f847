import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { Entry } from '../entries/entry.js';
import type { Book } from './book.js';
import { addCosts, negateCost, subtractCosts, type Cost } from './cost.js';
import { allocate, type Lot } from './lots.js';

/** A lot, and what it was given back. */
interface Share {
  readonly lot: Lot;
  readonly part: Cost;
}

/**
 * Lowers the cost of what is held by capital that the issuer gives back, before tax, each unit by the same. A lot gets no cheaper
 * than nothing: what goes beyond its cost is gain, and so is all of it where nothing is held any more. That can be told only of a
 * lot that was paid in the same currency; else both amounts stay in its cost, apart.
 */
export function applyReturnOfCapital(book: Book, entry: Entry): void {
  const { gross } = entry.detail;
  const holding = book.findOfEntry(entry);
  const lots = holding?.lots;
  if (holding === undefined || lots === undefined || gross === undefined) return;
  const returned = book.costOf(MoneyBag.from(gross), entry.date, entry);
  const nothing = book.costOf(MoneyBag.EMPTY, entry.date);
  const shares = sharesOf(lots, returned, nothing, entry);
  const usedUp = new Set(shares.filter(isUsedUp));
  holding.change(() =>
    shares.map((share) => (usedUp.has(share) ? { ...share.lot, cost: nothing } : lower(share))),
  );
  if (usedUp.size === 0) return;
  const received = [...usedUp].map(({ part }) => part).reduce(addCosts);
  const closed = [...usedUp].map(({ lot }) => lot);
  book.realize(holding, { lots: closed, quantity: Exact.ZERO, cost: negateCost(received) }, entry);
}

/** Of units that are held no more nothing is left that could get cheaper. */
function sharesOf(lots: readonly Lot[], returned: Cost, nothing: Cost, { date, id }: Entry): Share[] {
  if (lots.length === 0)
    return [{ lot: { quantity: Exact.ZERO, cost: nothing, date, recordId: id }, part: returned }];
  const parts = allocate(returned, lots);
  return lots.map((lot, place) => ({ lot, part: parts[place] ?? nothing }));
}

function lower({ lot, part }: Share): Lot {
  return { ...lot, cost: lot.cost === undefined ? undefined : subtractCosts(lot.cost, part) };
}

function isUsedUp({ lot: { cost, quantity }, part }: Share): boolean {
  const [returned] = part.money.amounts;
  if (cost === undefined || returned === undefined) return false;
  const isComparable = cost.money.toMoney().every(({ currency }) => currency === returned.currency);
  const left = cost.money.amountIn(returned.currency).minus(returned.amount);
  return isComparable && (quantity.isZero || (!left.isZero && left.isNegative !== quantity.isNegative));
}
