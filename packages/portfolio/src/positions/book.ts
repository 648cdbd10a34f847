import type { FxRate, Instrument } from '@bourse/core/interfaces';
import type { Exact } from '../decimal/exact.js';
import type { MoneyBag } from '../decimal/money-bag.js';
import type { Entry } from '../entries/entry.js';
import type { InstrumentIndex } from '../instruments/instrument-index.js';
import { orderKey } from '../rates/collect-rates.js';
import type { Converter } from '../rates/converter.js';
import { negateCost, subtractCosts, type Cost } from './cost.js';
import { Holding, type Closing } from './holding.js';
import { costOf, type CostMethod } from './lots.js';

/** What was won or lost when units were closed. */
export interface Realization {
  readonly key: string;
  readonly recordId: string;
  readonly date: string;
  /** Positive where a long position was closed, negative where a short one was; zero where capital was given back. */
  readonly quantity: Exact;
  /** What was received for the units; undefined where nobody knows. */
  readonly proceeds: Cost | undefined;
  /** What was paid for them. */
  readonly cost: Cost | undefined;
  /** Proceeds − cost. */
  readonly gain: Cost | undefined;
  /** The records that the closed lots came from. */
  readonly lotRecordIds: readonly string[];
}

/** A cost that a spin-off takes from a holding that its record does not name. */
export interface UnattributedCost {
  /** Of the new holding. */
  readonly key: string;
  readonly date: string;
  readonly cost: Cost;
}

export interface BookOptions {
  readonly account: number;
  readonly method: CostMethod;
  readonly index: InstrumentIndex;
  /** Absent where no base currency is asked for. */
  readonly converter: Converter | undefined;
  /** Rates of conversions by account and order. */
  readonly orderRates: ReadonlyMap<string, readonly FxRate[]>;
}

const NO_RATES: readonly FxRate[] = [];

/** The holdings of one account, and what closing them has brought. */
export class Book {
  readonly account: number;
  readonly holdings = new Map<string, Holding>();
  readonly realizations: Realization[] = [];
  readonly unattributed: UnattributedCost[] = [];
  readonly #options: BookOptions;
  /** The number of the instrument that a holding was last named by. */
  readonly #named = new Map<Holding, number>();

  constructor(options: BookOptions) {
    this.account = options.account;
    this.#options = options;
  }

  /** The holding of an instrument, with the instrument as it was named last. */
  holdingOf(instrument: Instrument): Holding {
    const key = this.#options.index.keyOf(this.account, instrument);
    const holding = this.#holdingAt(key, instrument);
    holding.instrument = { ...holding.instrument, ...instrument };
    return holding;
  }

  /** The holding of an instrument, where there is or was one. */
  find(instrument: Instrument | undefined): Holding | undefined {
    return instrument === undefined
      ? undefined
      : this.holdings.get(this.#options.index.keyOf(this.account, instrument));
  }

  /** The holding that an entry is about, where there is or was one. */
  findOfEntry(entry: Entry): Holding | undefined {
    return this.holdings.get(this.#options.index.keyOfEntry(entry) ?? '');
  }

  /** The holding that an entry is about, which is made where there is none. */
  holdingOfEntry(entry: Entry): Holding | undefined {
    const instrument = this.#options.index.get(entry.instrument);
    const key = this.#options.index.keyOfEntry(entry);
    if (instrument === undefined || key === undefined || entry.instrument === undefined) return undefined;
    const holding = this.#holdingAt(key, instrument);
    if (this.#named.get(holding) !== entry.instrument) {
      this.#named.set(holding, entry.instrument);
      holding.instrument = { ...holding.instrument, ...instrument };
    }
    return holding;
  }

  /** Money as a cost of a day; `entry` tells at which rates this very money was exchanged. */
  costOf(money: MoneyBag, date: string, entry?: Entry): Cost {
    const { converter } = this.#options;
    return { money, base: converter?.convertBag(money, date, this.#ownRates(entry)) };
  }

  realize(holding: Holding, { lots, quantity, cost: given }: Closing, { date, id }: Entry): void {
    const closed = costOf(lots);
    const received = given === undefined ? undefined : negateCost(given);
    const [proceeds, cost] = quantity.isNegative
      ? [closed === undefined ? undefined : negateCost(closed), given]
      : [received, closed];
    this.realizations.push({
      key: holding.key,
      recordId: id,
      date,
      quantity,
      proceeds,
      cost,
      gain: proceeds === undefined || cost === undefined ? undefined : subtractCosts(proceeds, cost),
      lotRecordIds: lots.map((lot) => lot.recordId),
    });
  }

  #holdingAt(key: string, instrument: Instrument): Holding {
    const known = this.holdings.get(key);
    if (known !== undefined) return known;
    const holding = new Holding(key, instrument, this.#options.method);
    this.holdings.set(key, holding);
    return holding;
  }

  #ownRates(entry: Entry | undefined): readonly FxRate[] {
    const { converter, orderRates } = this.#options;
    if (entry === undefined || converter === undefined) return NO_RATES;
    const { detail, orderId } = entry;
    const own = detail.fx === undefined ? NO_RATES : [detail.fx];
    const ofOrder = orderId === undefined ? undefined : orderRates.get(orderKey(this.account, orderId));
    return ofOrder === undefined ? own : [...own, ...ofOrder];
  }
}
