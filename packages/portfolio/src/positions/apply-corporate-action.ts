import type { CorporateActionCash } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { Entry } from '../entries/entry.js';
import type { Book } from './book.js';
import { addCosts, negateCost, type Cost } from './cost.js';
import type { Closing, Holding } from './holding.js';
import { rescale, spread, type Lot } from './lots.js';
import { parentOf } from './parent-of.js';

/** What an action does to one holding. */
interface NetLeg {
  readonly holding: Holding;
  readonly quantity: Exact;
  /** The cost that the institution gives the new units. */
  readonly cost: Cost | undefined;
}

/** Actions that change the number of units of a holding and leave its cost alone. */
const RESCALING: ReadonlySet<string> = new Set(['SPLIT', 'REVERSE_SPLIT', 'STOCK_DIVIDEND', 'BONUS']);

/**
 * Applies an event of an issuer. Units that are replaced carry their cost and age over to what replaces them; units that go
 * without replacement are realized for the cash of the event. Cash that comes beside new units reduces their cost, so that in the
 * end all that was received less all that was paid is gain. Taxes of the event belong to neither. What is spun off takes the cost
 * that the institution gives it from the holding that it came out of.
 */
export function applyCorporateAction(book: Book, entry: Entry): void {
  const all = netLegs(book, entry);
  const legs = all.filter((leg) => !leg.quantity.isZero);
  const cash = book.costOf(cashOf(entry.detail.cash ?? []), entry.date, entry);
  const [only, ...others] = legs;
  if (only === undefined) return;
  if (others.length === 0 && RESCALING.has(entry.type)) rescaleHolding(only, cash, entry);
  else if (entry.type === 'SPIN_OFF' && !legs.some(isRemoval)) spinOff(book, all, cash, entry);
  else exchange(book, legs, cash, entry);
}

/** The legs of one instrument as one: a split that is booked as everything out and everything in is one change. */
function netLegs(book: Book, entry: Entry): NetLeg[] {
  const legs = new Map<string, NetLeg>();
  for (const { instrument, quantity, costBasis } of entry.detail.legs ?? []) {
    const holding = book.holdingOf(instrument);
    const before = legs.get(holding.key);
    const cost = costBasis === undefined ? undefined : book.costOf(MoneyBag.from(costBasis), entry.date);
    legs.set(holding.key, {
      holding,
      quantity: Exact.from(quantity).plus(before?.quantity ?? Exact.ZERO),
      cost: cost ?? before?.cost,
    });
  }
  return [...legs.values()];
}

/** Cash that belongs to the units: positive = received. */
function cashOf(cash: readonly CorporateActionCash[]): MoneyBag {
  return cash
    .filter(({ kind }) => kind !== 'TAX')
    .reduce((sum, { money }) => sum.plus(MoneyBag.from(money)), MoneyBag.EMPTY);
}

function rescaleHolding({ holding, quantity }: NetLeg, cash: Cost, { date, id }: Entry): void {
  holding.rescale(quantity, { date, recordId: id });
  if (!cash.money.isZero) holding.change((lots) => spread(lots, negateCost(cash)));
}

/** The parent stays: it is a leg that changes nothing, or what the new instrument says that it came from. */
function spinOff(book: Book, all: readonly NetLeg[], cash: Cost, entry: Entry): void {
  const children = all.filter((leg) => !leg.quantity.isZero);
  const unchanged = all.filter((leg) => leg.quantity.isZero).map(({ holding }) => holding);
  const named = children.flatMap(({ holding }) => book.find(parentOf(holding.instrument)) ?? []);
  exchange(book, children, cash, entry);
  const [parent, ...others] = new Set([...unchanged, ...named]);
  for (const { holding, cost } of children) {
    if (cost === undefined) continue;
    if (parent === undefined || others.length > 0 || parent.quantity.isZero)
      book.unattributed.push({ key: holding.key, date: entry.date, cost });
    else parent.change((lots) => spread(lots, negateCost(cost)));
  }
}

function exchange(book: Book, legs: readonly NetLeg[], cash: Cost, entry: Entry): void {
  const [removed, added] = [legs.filter(isRemoval), legs.filter((leg) => !isRemoval(leg))];
  const closings = removed.map((leg) => ({ leg, closing: remove(leg, entry) }));
  const heirs = added.filter((leg) => leg.cost === undefined);
  if (heirs.length === 0)
    realizeAll(book, closings, [cash, ...added.flatMap((leg) => leg.cost ?? [])], entry);
  const carried = carriedLots(closings.map(({ closing }) => closing));
  for (const leg of added) {
    const lots =
      leg.cost !== undefined || heirs.length > 1
        ? [lotOf(leg, leg.cost, entry)]
        : inherit(leg, carried, [cash, ...added.flatMap((other) => other.cost ?? [])], entry);
    leg.holding.receive(lots, leg.quantity);
  }
}

/** The institution does not divide what comes for several instruments; it goes to the first of them. */
function realizeAll(
  book: Book,
  closings: readonly { leg: NetLeg; closing: Closing | undefined }[],
  received: readonly Cost[],
  entry: Entry,
): void {
  const nothing = book.costOf(MoneyBag.EMPTY, entry.date);
  const given = negateCost(received.reduce(addCosts, nothing));
  closings.forEach(({ leg, closing }, place) => {
    if (closing !== undefined)
      book.realize(leg.holding, { ...closing, cost: place === 0 ? given : nothing }, entry);
  });
}

/** What goes against the holding, or out of one that is not known to be there. */
function isRemoval({ holding, quantity }: NetLeg): boolean {
  return holding.quantity.isZero ? quantity.isNegative : holding.quantity.isNegative !== quantity.isNegative;
}

function remove({ holding, quantity }: NetLeg, { date, id }: Entry): Closing | undefined {
  return holding.move({ quantity, cost: undefined, date, recordId: id, mayOpen: false });
}

/** Undefined where the history of one of the replaced holdings does not tell its lots. */
function carriedLots(closings: readonly (Closing | undefined)[]): readonly Lot[] | undefined {
  const known = closings.filter((closing) => closing !== undefined);
  return known.length === closings.length ? known.flatMap(({ lots }) => lots) : undefined;
}

/**
 * The replaced lots as new units, less what came in cash and what other new units have cost. Units that replace none have cost
 * what was paid for them; where nothing was paid, nobody knows.
 */
function inherit(
  leg: NetLeg,
  carried: readonly Lot[] | undefined,
  elsewhere: readonly Cost[],
  entry: Entry,
): readonly Lot[] {
  if (carried === undefined) return [lotOf(leg, undefined, entry)];
  if (carried.length > 0)
    return elsewhere.reduce<readonly Lot[]>(
      (lots, cost) => spread(lots, negateCost(cost)),
      rescale(carried, leg.quantity),
    );
  const [cash] = elsewhere;
  const isPaid = cash?.money.amounts.some(({ amount }) => amount.isNegative) === true;
  return [lotOf(leg, isPaid ? negateCost(cash) : undefined, entry)];
}

function lotOf({ quantity }: NetLeg, cost: Cost | undefined, { date, id }: Entry): Lot {
  return { quantity, cost, date, recordId: id };
}
