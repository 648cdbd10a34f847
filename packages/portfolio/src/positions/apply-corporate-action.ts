import type { CorporateActionCash } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { Entry } from '../entries/entry.js';
import type { Book } from './book.js';
import { addCosts, negateCost, shareCost, type Cost } from './cost.js';
import type { Closing, Holding } from './holding.js';
import { rescale, type Lot } from './lots.js';

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
 * end all that was received less all that was paid is gain. Taxes of the event belong to neither.
 */
export function applyCorporateAction(book: Book, entry: Entry): void {
  const legs = netLegs(book, entry);
  const cash = book.costOf(cashOf(entry.detail.cash ?? []), entry.date, entry);
  const [only, ...others] = legs;
  if (only === undefined) return;
  if (others.length === 0 && RESCALING.has(entry.type)) rescaleHolding(only, cash, entry);
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
  return [...legs.values()].filter((leg) => !leg.quantity.isZero);
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

/** Adds to the cost of lots, each by its number of units; what rounding leaves goes to the last one. */
function spread(lots: readonly Lot[], change: Cost): Lot[] {
  const whole = lots.reduce((sum, lot) => sum.plus(lot.quantity), Exact.ZERO);
  if (whole.isZero || change.money.isZero) return [...lots];
  let rest = change;
  return lots.map((lot, place) => {
    const part = place === lots.length - 1 ? rest : shareCost(change, lot.quantity, whole);
    rest = addCosts(rest, negateCost(part));
    return { ...lot, cost: lot.cost === undefined ? undefined : addCosts(lot.cost, part) };
  });
}
