import type { Decimal, Instrument, Money } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import { accountRefOf, type AccountRef } from '../entries/account-ref.js';
import type { AccountEntry } from '../entries/ledger-data.js';
import type { Converter } from '../rates/converter.js';
import { valueHolding, type Valuation } from '../valuation/value-holding.js';
import type { PriceBoard } from '../valuation/price-board.js';
import type { Realization } from './book.js';
import type { Cost } from './cost.js';
import type { Holding, KnownPrice } from './holding.js';
import { viewBase, type BaseFigures } from './base-figures.js';
import { costOf } from './lots.js';

/** The last known price. */
export interface PriceView extends Omit<KnownPrice, 'price'> {
  readonly amount: Decimal;
}

/** One instrument in one account. Amounts in several currencies stay apart: 100 USD and 2 EUR of charges are both. */
export interface PositionView extends AccountRef {
  /** What the instrument is known by within its account. */
  readonly key: string;
  readonly instrument: Instrument;
  /** Negative when short. */
  readonly quantity: Decimal;
  /** The sum of all records, where a statement says that something else is held. */
  readonly recordedQuantity?: Decimal;
  /** The day from which the records do not make sense without earlier ones; then there are no gains. */
  readonly incompleteSince?: string;
  /** Absent where it is unknown of any of the units. */
  readonly cost?: readonly Money[];
  /** The units whose cost nobody knows. */
  readonly unknownCostQuantity?: Decimal;
  /** Cost of one unit, as the price is meant; absent where the cost is in several currencies. */
  readonly averagePrice?: Money;
  readonly price?: PriceView;
  /** Absent where neither price nor cost is known. */
  readonly value?: readonly Money[];
  /** No price is known, so the value is the cost. */
  readonly atCost?: true;
  readonly unrealized?: readonly Money[];
  /** What closings of the period asked for have brought; absent where the history is incomplete. */
  readonly realized?: readonly Money[];
  /** How many closings of the period have a gain that nobody knows. */
  readonly unknownGains?: number;
  /** Present where a base currency is asked for. */
  readonly base?: BaseFigures;
}

/** What the view of a position is made of. */
export interface PositionParts {
  readonly account: AccountEntry;
  readonly holding: Holding;
  /** Those of the period asked for. */
  readonly realizations: readonly Realization[];
  readonly prices: PriceBoard;
  readonly converter: Converter | undefined;
  /** The day whose rates are the latest. */
  readonly asOf: string;
}

export function viewPosition(parts: PositionParts): PositionView {
  const { account, holding } = parts;
  const cost = holding.quantity.isZero ? nothing(parts.converter) : costOf(holding.lots ?? []);
  const valuation = valueHolding(holding, parts.prices);
  return {
    ...accountRefOf(account),
    key: holding.key,
    instrument: holding.instrument,
    quantity: holding.quantity.toString(),
    ...historyOf(holding),
    ...viewCost(holding, cost),
    ...viewValuation(valuation),
    ...viewRealized(parts),
    ...(parts.converter === undefined
      ? {}
      : { base: viewBase({ ...parts, converter: parts.converter, cost, valuation }) }),
  };
}

function nothing(converter: Converter | undefined): Cost {
  return { money: MoneyBag.EMPTY, base: converter === undefined ? undefined : Exact.ZERO };
}

function historyOf({ quantity, recorded, incompleteSince }: Holding): Partial<PositionView> {
  return {
    ...(quantity.equals(recorded) ? {} : { recordedQuantity: recorded.toString() }),
    ...(incompleteSince === undefined ? {} : { incompleteSince }),
  };
}

function viewCost(holding: Holding, cost: Cost | undefined): Partial<PositionView> {
  if (cost === undefined) {
    const known = (holding.lots ?? []).filter((lot) => lot.cost !== undefined);
    const knownQuantity = known.reduce((sum, lot) => sum.plus(lot.quantity), Exact.ZERO);
    return { unknownCostQuantity: holding.quantity.minus(knownQuantity).toString() };
  }
  const money = cost.money.toMoney();
  const [only, ...others] = money;
  const isSingle = only !== undefined && others.length === 0 && !holding.quantity.isZero;
  const averagePrice = isSingle ? averagePriceOf(holding, only) : undefined;
  return { cost: money, ...(averagePrice === undefined ? {} : { averagePrice }) };
}

function averagePriceOf(
  { quantity, instrument, price }: Holding,
  { amount, currency }: Money,
): Money | undefined {
  const units = quantity.times(Exact.from(instrument.multiplier ?? '1'));
  if (units.isZero) return undefined;
  const perUnit = Exact.from(amount).dividedBy(units);
  const average = price?.priceType === 'PERCENTAGE' ? perUnit.times(Exact.HUNDRED) : perUnit;
  return { amount: average.toString(), currency };
}

function viewValuation(valuation: Valuation | undefined): Partial<PositionView> {
  if (valuation === undefined) return {};
  const { price, value, unrealized } = valuation;
  return {
    value: value.toMoney(),
    ...(price === undefined ? { atCost: true } : { price: viewPrice(price) }),
    ...(unrealized === undefined ? {} : { unrealized: unrealized.toMoney() }),
  };
}

function viewRealized({ holding, realizations }: PositionParts): Partial<PositionView> {
  if (holding.incompleteSince !== undefined) return {};
  const known = realizations.flatMap(({ gain }) => gain?.money ?? []);
  const unknown = realizations.length - known.length;
  return {
    realized: known.reduce((sum, gain) => sum.plus(gain), MoneyBag.EMPTY).toMoney(),
    ...(unknown === 0 ? {} : { unknownGains: unknown }),
  };
}

function viewPrice({ price, currency, priceType, date, source, recordId }: KnownPrice): PriceView {
  return { amount: price.toString(), currency, priceType, date, source, recordId };
}
