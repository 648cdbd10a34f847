import { Exact } from '../decimal/exact.js';
import { addCosts, shareCost, subtractCosts, type Cost } from './cost.js';

/** How the cost of what is sold is told. */
export type CostMethod = 'AVERAGE' | 'FIFO';

/** Units that were acquired together: a positive quantity, or a negative one that was sold short. */
export interface Lot {
  readonly quantity: Exact;
  /** Undefined where nobody knows it. */
  readonly cost: Cost | undefined;
  /** The day it was acquired. */
  readonly date: string;
  /** The record that it came from; of a pool the first one. */
  readonly recordId: string;
}

/** How many lots may have been used up before their places are given back. */
const USED_UP = 1_000;

/**
 * The lots of one holding, all of one sign, in the order in which they were acquired. With average cost everything is one pool, whose cost is unknown as soon
 * as the cost of anything in it is. Whatever is rounded when a lot is divided stays with the rest, so no cost is ever lost.
 */
export class Lots {
  readonly #method: CostMethod;
  #lots: Lot[] = [];
  /** Lots before this one are used up; taking from the front of a long list would be slow. */
  #first = 0;

  constructor(method: CostMethod) {
    this.#method = method;
  }

  get all(): readonly Lot[] {
    return this.#lots.slice(this.#first);
  }

  /** Puts a lot where its age belongs: what was transferred in may be older than what is there. */
  add(lot: Lot): void {
    if (lot.quantity.isZero) return;
    const pool = this.#lots[this.#first];
    if (this.#method === 'AVERAGE' && pool !== undefined) {
      this.#lots[this.#first] = pooled(pool, lot);
      return;
    }
    let place = this.#lots.length;
    while (place > this.#first && (this.#lots[place - 1]?.date ?? '') > lot.date) place -= 1;
    this.#lots.splice(place, 0, lot);
  }

  /** @param quantity of the sign of the lots, and at most what they hold */
  take(quantity: Exact): Lot[] {
    const taken: Lot[] = [];
    let missing = quantity;
    while (!missing.isZero) {
      const lot = this.#lots[this.#first];
      if (lot === undefined) throw new RangeError('more was taken than there is');
      const [part, rest] = split(lot, missing);
      taken.push(part);
      missing = missing.minus(part.quantity);
      if (rest === undefined) this.#first += 1;
      else this.#lots[this.#first] = rest;
    }
    if (this.#first > USED_UP) this.#replace(this.all);
    return taken;
  }

  takeAll(): Lot[] {
    const all = [...this.all];
    this.#replace([]);
    return all;
  }

  #replace(lots: readonly Lot[]): void {
    this.#lots = [...lots];
    this.#first = 0;
  }
}

/** What lots have cost together; undefined where it is unknown of one of them. */
export function costOf(lots: readonly Lot[]): Cost | undefined {
  const [first, ...others] = lots;
  let sum = first?.cost;
  for (const { cost } of others)
    sum = sum === undefined || cost === undefined ? undefined : addCosts(sum, cost);
  return sum;
}

/** The same lots as another number of units, in proportion; what rounding leaves goes to the last one. */
export function rescale(lots: readonly Lot[], total: Exact): Lot[] {
  const before = lots.reduce((sum, lot) => sum.plus(lot.quantity), Exact.ZERO);
  let rest = total;
  return lots.map((lot, index) => {
    const quantity = index === lots.length - 1 ? rest : lot.quantity.times(total).dividedBy(before);
    rest = rest.minus(quantity);
    return { ...lot, quantity };
  });
}

/** Divides an amount among lots by their number of units; what rounding leaves goes to the last one. */
export function allocate(amount: Cost, lots: readonly Lot[]): Cost[] {
  const whole = lots.reduce((sum, lot) => sum.plus(lot.quantity), Exact.ZERO);
  let rest = amount;
  return lots.map((lot, place) => {
    const part = place === lots.length - 1 ? rest : shareCost(amount, lot.quantity, whole);
    rest = subtractCosts(rest, part);
    return part;
  });
}

/** Adds to the cost of lots, each by its number of units. */
export function spread(lots: readonly Lot[], change: Cost): Lot[] {
  if (change.money.isZero) return [...lots];
  const parts = allocate(change, lots);
  return lots.map((lot, place) => {
    const part = parts[place];
    return {
      ...lot,
      cost: lot.cost === undefined || part === undefined ? undefined : addCosts(lot.cost, part),
    };
  });
}

function pooled(pool: Lot, lot: Lot): Lot {
  const cost = pool.cost === undefined || lot.cost === undefined ? undefined : addCosts(pool.cost, lot.cost);
  return { ...pool, quantity: pool.quantity.plus(lot.quantity), cost };
}

function split(lot: Lot, quantity: Exact): [Lot, Lot | undefined] {
  if (lot.quantity.absolute().compare(quantity.absolute()) <= 0) return [lot, undefined];
  const cost = lot.cost === undefined ? undefined : shareCost(lot.cost, quantity, lot.quantity);
  const rest = lot.cost === undefined || cost === undefined ? undefined : subtractCosts(lot.cost, cost);
  return [
    { ...lot, quantity, cost },
    { ...lot, quantity: lot.quantity.minus(quantity), cost: rest },
  ];
}
