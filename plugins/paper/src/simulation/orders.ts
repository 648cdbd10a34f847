import Big from 'big.js';
import { drawBelow } from '../world/draw.js';
import type { TradingDay } from '../world/calendar.js';
import { LISTINGS, type Listing } from '../world/listings.js';
import { affordableShares, costOf } from './charges.js';
import { EXCHANGE_FEE, exchangeCurrency } from './exchange-currency.js';
import { PLANS } from './plan.js';
import type { Simulation } from './simulation.js';
import { fillOrder } from './trade.js';

/** The trading day of a month on which the account buys. */
const PURCHASE_ORDINAL = 3;
const PURCHASES = 2;

/** The trading day on which it sells, in the second month of each quarter, and how much of a share it holds. */
const SALE_ORDINAL = 10;
const SALE_SHARE = new Big('0.25');

/** Cash that purchases leave, as a part of the monthly deposit, and at least. */
const RESERVE_SHARE = new Big('0.1');
const RESERVE_LEAST = new Big(10);

const MORNING = 9 * 3600;
const BETWEEN_ORDERS = 2 * 3600;
const BEFORE_TRADE = 20;

/** Spends what was paid in on two listings, as the plan weighs them. */
export function buyShares(simulation: Simulation, { date, ordinal }: TradingDay): void {
  if (ordinal !== PURCHASE_ORDINAL) return;
  const { book, terms } = simulation;
  const share = terms.monthlyDeposit.times(RESERVE_SHARE);
  const reserve = share.gt(RESERVE_LEAST) ? share : RESERVE_LEAST;
  const budget = book.cashOf(terms.baseCurrency).minus(reserve).div(PURCHASES);
  if (budget.lte(0)) return;
  pickListings(simulation, date).forEach((listing, index) => {
    const seconds =
      MORNING + index * BETWEEN_ORDERS + drawBelow(BETWEEN_ORDERS - 600, terms.seed, date, 'time', index);
    buy(simulation, date, listing, budget, seconds);
  });
}

function buy(simulation: Simulation, date: string, listing: Listing, budget: Big, seconds: number): void {
  const { book, market, terms } = simulation;
  const { symbol, currency } = listing.instrument;
  const isForeign = currency !== terms.baseCurrency;
  const price = market.priceOf(symbol);
  const own = isForeign ? book.cashOf(currency) : new Big(0);
  const exchangeable = isForeign ? budget.times(new Big(1).minus(EXCHANGE_FEE)) : budget;
  const sum = own.plus(exchangeable.times(market.rateOf(terms.baseCurrency, currency)));
  const quantity = affordableShares(listing, price, sum);
  if (quantity.lte(0)) return;
  const missing = costOf(listing, price, quantity).minus(own);
  if (isForeign && missing.gt(0))
    exchangeCurrency(simulation, date, seconds - BEFORE_TRADE, currency, missing);
  fillOrder(simulation, date, { listing, side: 'BUY', quantity, seconds });
}

/** Different listings, drawn by their weight in the plan. */
function pickListings({ terms }: Simulation, date: string): Listing[] {
  const plan = PLANS[terms.risk];
  const weighed = LISTINGS.flatMap((listing) =>
    new Array<Listing>(plan[listing.instrument.symbol] ?? 0).fill(listing),
  );
  const picked: Listing[] = [];
  for (let index = 0; index < PURCHASES; index += 1) {
    const left = weighed.filter((listing) => !picked.includes(listing));
    const listing = left[drawBelow(Math.max(1, left.length), terms.seed, date, 'buy', index)];
    if (listing !== undefined) picked.push(listing);
  }
  return picked;
}

/** Sells a quarter of one holding, once a quarter. */
export function sellShares(simulation: Simulation, { date, month, ordinal }: TradingDay): void {
  if (ordinal !== SALE_ORDINAL || month % 3 !== 2) return;
  const { book, terms } = simulation;
  const sellable = book.holdings.filter(
    ({ listing, quantity }) => listing.instrument.kind === 'EQUITY' && quantity.times(SALE_SHARE).gte(1),
  );
  const holding = sellable[drawBelow(Math.max(1, sellable.length), terms.seed, date, 'sell')];
  if (holding === undefined) return;
  const quantity = holding.quantity.times(SALE_SHARE).round(0, Big.roundDown);
  const seconds = MORNING + drawBelow(BETWEEN_ORDERS, terms.seed, date, 'sell time');
  fillOrder(simulation, date, { listing: holding.listing, side: 'SELL', quantity, seconds });
}
