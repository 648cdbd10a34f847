import Big from 'big.js';
import { isFill, type Activity, type FillActivity, type NonTradeActivity } from '../scenario/facts.js';

/** What an account holds of one asset. */
export interface Holding {
  quantity: Big;
  /** What it was bought for, or sold for where it is short; of the sign of the quantity. */
  cost: Big;
}

/** Cash and holdings by symbol, as the bookings leave them. */
export interface Holdings {
  readonly cash: Big;
  readonly bySymbol: ReadonlyMap<string, Holding>;
}

/** Types whose quantity changes a holding; a dividend's is only what it was paid on. */
const MOVES = new Set('SPLIT SPIN CFEE JNLS ACATS NC MA OPASN OPEXC OPEXP OPTRD FOPT REORG'.split(' '));

/** Adds up all activities but the canceled ones, oldest first; costs are averages. */
export function holdingsOf(activities: readonly Activity[]): Holdings {
  const bySymbol = new Map<string, Holding>();
  let cash = new Big(0);
  const sorted = activities.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const carried = { cost: new Big(0) };
  for (const activity of sorted) {
    if (isFill(activity)) {
      cash = cash.plus(cashOf(activity));
      trade(holdingOf(bySymbol, activity.symbol), activity);
    } else if (activity.status !== 'canceled') {
      cash = cash.plus(activity.net_amount);
      move(bySymbol, activity, carried);
    }
  }
  return { cash, bySymbol };
}

function cashOf({ side, qty, price }: FillActivity): Big {
  return new Big(qty).times(price).times(side === 'buy' ? -1 : 1);
}

function holdingOf(bySymbol: Map<string, Holding>, symbol: string): Holding {
  const found = bySymbol.get(symbol) ?? { quantity: new Big(0), cost: new Big(0) };
  bySymbol.set(symbol, found);
  return found;
}

function trade(holding: Holding, { side, qty, price }: FillActivity): void {
  const change = new Big(qty).times(side === 'buy' ? 1 : -1);
  const isGrowing = holding.quantity.times(change).gte(0);
  if (isGrowing) holding.cost = holding.cost.plus(change.times(price));
  else holding.cost = holding.cost.plus(holding.cost.div(holding.quantity).times(change));
  holding.quantity = holding.quantity.plus(change);
}

/** Instruments that come or go without a trade; what a removed holding cost goes to the next that is added. */
function move(
  bySymbol: Map<string, Holding>,
  { activity_type: type, symbol, qty = '0' }: NonTradeActivity,
  carried: { cost: Big },
): void {
  const change = new Big(qty);
  if (symbol === undefined || !MOVES.has(type) || change.eq(0)) return;
  const holding = holdingOf(bySymbol, type === 'CFEE' ? pairOf(symbol) : symbol);
  if (change.lt(0) && type !== 'CFEE') {
    carried.cost = holding.cost;
    holding.cost = new Big(0);
  } else if (change.gt(0)) {
    holding.cost = holding.cost.plus(carried.cost);
    carried.cost = new Big(0);
  }
  holding.quantity = holding.quantity.plus(change);
}

/** `BTCUSD`, as fees and positions spell it, is `BTC/USD` in executions. */
function pairOf(symbol: string): string {
  return symbol.includes('/') ? symbol : symbol.replace(/USD$/, '/USD');
}
