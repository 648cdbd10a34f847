import type { Instrument, PriceType } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { shareCost, subtractCosts, type Cost } from './cost.js';
import { Lots, rescale, type CostMethod, type Lot } from './lots.js';

/** The last price that is known of an instrument. */
export interface KnownPrice {
  readonly price: Exact;
  readonly currency: string;
  readonly priceType: PriceType;
  readonly date: string;
  /** A mark stands in a statement, a trade price is what was paid. */
  readonly source: 'MARK' | 'TRADE';
  readonly recordId: string;
}

/** A change of a holding. */
export interface Movement {
  /** Signed: positive = in. */
  readonly quantity: Exact;
  /** What was given for it: positive = paid, negative = received; undefined where nobody knows. */
  readonly cost: Cost | undefined;
  readonly date: string;
  readonly recordId: string;
  /** Whether units may go out that are not known to be there, or come in although a short position was to be closed. */
  readonly mayOpen: boolean;
}

/** The lots that a movement closed. */
export interface Closing {
  readonly lots: readonly Lot[];
  /** Signed as the lots are. */
  readonly quantity: Exact;
  /** The part of the movement's cost that belongs to them. */
  readonly cost: Cost | undefined;
}

/**
 * One instrument in one account. As soon as more goes out than is known to be there, the history is incomplete: quantities are
 * still added up, but nothing is known of lots, cost and gains any more.
 */
export class Holding {
  readonly key: string;
  instrument: Instrument;
  price: KnownPrice | undefined;
  readonly #method: CostMethod;
  #lots: Lots | undefined;
  #quantity = Exact.ZERO;
  #recorded = Exact.ZERO;
  #hasRecords = false;
  #incompleteSince: string | undefined;

  constructor(key: string, instrument: Instrument, method: CostMethod) {
    this.key = key;
    this.instrument = instrument;
    this.#method = method;
    this.#lots = new Lots(method);
  }

  get quantity(): Exact {
    return this.#quantity;
  }

  /** The sum of all records, which the quantity differs from where a statement says otherwise. */
  get recorded(): Exact {
    return this.#recorded;
  }

  /** The day on which the records stop making sense without earlier ones. */
  get incompleteSince(): string | undefined {
    return this.#incompleteSince;
  }

  /** Undefined where nothing is known of them. */
  get lots(): readonly Lot[] | undefined {
    return this.#lots?.all;
  }

  /** Closes what is opposite and opens the rest; answers what was closed, or undefined where the history does not tell. */
  move(movement: Movement): Closing | undefined {
    const { quantity, cost, date, recordId, mayOpen } = movement;
    const closed = this.#closable(quantity);
    const opened = quantity.minus(closed);
    if (!opened.isZero && !mayOpen) this.#loseHistory(date);
    this.#count(quantity);
    const lots = this.#lots;
    if (lots === undefined) return undefined;
    const closingCost = opened.isZero ? cost : shareOf(cost, closed, quantity);
    const closing = { lots: lots.take(closed.negated()), quantity: closed.negated(), cost: closingCost };
    lots.add({ quantity: opened, cost: differenceOf(cost, closingCost), date, recordId });
    return closed.isZero ? undefined : closing;
  }

  /** Adds lots that come from another holding, with their cost and age. */
  receive(lots: readonly Lot[], quantity: Exact): void {
    this.#count(quantity);
    this.#addAll(lots);
  }

  /** Changes the number of units and leaves their cost alone, as a split does. */
  rescale(change: Exact, { date, recordId }: Pick<Movement, 'date' | 'recordId'>): void {
    const before = this.#quantity;
    const after = before.plus(change);
    if (before.isZero && change.isPositive) {
      this.move({ quantity: change, cost: undefined, date, recordId, mayOpen: true });
      return;
    }
    if (after.isZero || before.isNegative !== after.isNegative) this.#loseHistory(date);
    else if (this.price !== undefined)
      this.price = { ...this.price, price: this.price.price.times(before).dividedBy(after) };
    this.#count(change);
    this.change((lots) => rescale(lots, after));
  }

  /** Replaces lots by what becomes of each. */
  change(lots: (all: readonly Lot[]) => readonly Lot[]): void {
    this.#addAll(lots(this.#lots?.takeAll() ?? []));
  }

  /**
   * Takes over what the institution says is there. Where the records say the same, they know more and stay; where they say
   * something else, some are missing.
   */
  report(
    quantity: Exact,
    cost: Cost | undefined,
    { date, recordId }: Pick<Movement, 'date' | 'recordId'>,
  ): void {
    if (quantity.equals(this.#quantity)) return;
    if (this.#hasRecords) this.#incompleteSince ??= date;
    this.#quantity = quantity;
    this.#lots = new Lots(this.#method);
    this.#lots.add({ quantity, cost, date, recordId });
  }

  #addAll(lots: readonly Lot[]): void {
    for (const lot of lots) this.#lots?.add(lot);
  }

  /** The part of a movement that goes against the holding, signed as the movement is. */
  #closable(quantity: Exact): Exact {
    const held = this.#quantity;
    if (held.isZero || held.isNegative === quantity.isNegative) return Exact.ZERO;
    return held.absolute().compare(quantity.absolute()) < 0 ? held.negated() : quantity;
  }

  #loseHistory(date: string): void {
    this.#incompleteSince ??= date;
    this.#lots = undefined;
  }

  #count(change: Exact): void {
    this.#quantity = this.#quantity.plus(change);
    this.#recorded = this.#recorded.plus(change);
    this.#hasRecords = true;
  }
}

function shareOf(cost: Cost | undefined, part: Exact, whole: Exact): Cost | undefined {
  return cost === undefined ? undefined : shareCost(cost, part, whole);
}

function differenceOf(whole: Cost | undefined, part: Cost | undefined): Cost | undefined {
  return whole === undefined || part === undefined ? undefined : subtractCosts(whole, part);
}
