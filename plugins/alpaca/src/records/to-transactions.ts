import type { Decimal, OrderSide, TradeType, TransactionDraft } from '@bourse/sdk';
import Big from 'big.js';
import type { Activity } from '../api/activity.js';
import { isMoney, readPair, toCrypto, toInstrument, type Pair } from '../instruments.js';
import { currencyOf, need, rawOf, sourceOf, Unclear, type Owner } from './booking.js';

const SIDES: Readonly<Record<string, OrderSide>> = { buy: 'BUY', sell: 'SELL', sell_short: 'SELL' };

/** What happens to an option itself; it changes hands at no price. */
const OPTION_EVENTS: Readonly<Record<string, TradeType>> = {
  OPASN: 'ASSIGNMENT',
  OPEXC: 'EXERCISE',
  OPEXP: 'EXPIRATION',
};

/** The types of activities that are trades, executions apart. */
export const OPTION_TYPES: readonly string[] = [...Object.keys(OPTION_EVENTS), 'OPTRD'];

/**
 * The trades of one activity: one, or two with one link where a crypto asset was traded for another.
 *
 * @param tradeType Why the underlying of an option was traded, where the option's own row tells.
 * @throws Unclear for what is no trade that can be understood.
 */
export function toTransactions(activity: Activity, owner: Owner, tradeType?: TradeType): TransactionDraft[] {
  if (activity.type === 'FILL') return toFill(activity, owner);
  if (activity.type === 'OPTRD') return [toUnderlyingTrade(activity, owner, tradeType)];
  return [toOptionEvent(activity, owner)];
}

/** What the row of an option tells of the trade in its underlying on that day. */
export function findTradeType(trade: Activity, siblings: readonly Activity[]): TradeType | undefined {
  const events = siblings.filter(
    ({ type, date, symbol, groupId }) =>
      type in OPTION_EVENTS &&
      type !== 'OPEXP' &&
      (trade.groupId === undefined || groupId === undefined
        ? date === trade.date && symbol?.startsWith(trade.symbol ?? '?') === true
        : groupId === trade.groupId),
  );
  const types = new Set(events.map(({ type }) => OPTION_EVENTS[type]));
  return types.size === 1 ? types.values().next().value : undefined;
}

function toFill(activity: Activity, owner: Owner): TransactionDraft[] {
  const side = SIDES[activity.side ?? ''];
  if (side === undefined) throw new Unclear(`An execution with the side ${activity.side ?? 'unknown'}.`);
  const symbol = need(activity, 'symbol');
  const pair = readPair(symbol);
  if (pair !== undefined && !isMoney(pair.quote)) return toSwap(activity, owner, side, pair);
  const currency = pair?.quote ?? currencyOf(activity, owner);
  const instrument = toInstrument(symbol, currency);
  return [
    {
      ...common(activity, owner),
      ...valueOf(activity, side, instrument.multiplier),
      instrument,
      side,
      currency,
      netAmount: { amount: cashOf(activity, side, instrument.multiplier), currency },
      derived: ['grossAmount', 'netAmount', 'tradeDate'],
      ...(activity.side === 'sell_short' ? { effect: 'OPEN' } : {}),
    },
  ];
}

/** A crypto asset for another: two trades without a price in money. */
function toSwap(
  activity: Activity,
  owner: Owner,
  side: OrderSide,
  { base, quote }: Pair,
): TransactionDraft[] {
  const quantity = need(activity, 'quantity');
  const paid = new Big(quantity).times(need(activity, 'price')).toFixed();
  const counterSide = side === 'BUY' ? 'SELL' : 'BUY';
  const legs = [
    { part: 'base', symbol: base, side, quantity },
    { part: 'quote', symbol: quote, side: counterSide, quantity: paid },
  ] as const;
  return legs.map((leg) => ({
    ...common(activity, owner),
    source: sourceOf(activity, leg.part),
    linkId: activity.id,
    instrument: toCrypto(leg.symbol),
    side: leg.side,
    quantity: leg.quantity,
    currency: owner.currency,
    grossAmount: '0',
    netAmount: { amount: '0', currency: owner.currency },
    derived: [
      'currency',
      'grossAmount',
      'netAmount',
      'tradeDate',
      ...(leg.part === 'quote' ? ['quantity'] : []),
    ],
  }));
}

/** An option that was assigned, exercised or expired; the sign of the quantity is the change of the holding. */
function toOptionEvent(activity: Activity, owner: Owner): TransactionDraft {
  const tradeType = OPTION_EVENTS[activity.type];
  if (tradeType === undefined) throw new Unclear(`A row of type ${activity.type} among trades.`);
  const change = new Big(need(activity, 'quantity'));
  const currency = currencyOf(activity, owner);
  return {
    ...common(activity, owner),
    instrument: toInstrument(need(activity, 'symbol'), currency),
    side: change.lt(0) ? 'SELL' : 'BUY',
    quantity: change.abs().toFixed(),
    currency,
    grossAmount: '0',
    netAmount: { amount: activity.netAmount ?? '0', currency },
    derived: ['grossAmount'],
    effect: 'CLOSE',
    tradeType,
  };
}

/** The shares that an assigned or exercised option delivers. */
function toUnderlyingTrade(activity: Activity, owner: Owner, tradeType?: TradeType): TransactionDraft {
  const change = new Big(need(activity, 'quantity'));
  const side = change.lt(0) ? 'SELL' : 'BUY';
  const currency = currencyOf(activity, owner);
  const unsigned = { ...activity, quantity: change.abs().toFixed() };
  return {
    ...common(activity, owner),
    ...valueOf(unsigned, side, undefined),
    instrument: toInstrument(need(activity, 'symbol'), currency),
    side,
    currency,
    netAmount: { amount: need(activity, 'netAmount'), currency },
    derived: ['grossAmount'],
    ...(tradeType === undefined ? {} : { tradeType }),
  };
}

type Common = Pick<
  TransactionDraft,
  'accountId' | 'charges' | 'tradeDate' | 'status' | 'source' | 'raw' | 'orderId' | 'executionId' | 'tradedAt'
>;

function common(activity: Activity, { accountId }: Owner): Common {
  return {
    accountId,
    charges: [],
    tradeDate: activity.date,
    status: 'BOOKED',
    source: sourceOf(activity),
    ...rawOf(activity),
    ...(activity.orderId === undefined ? {} : { orderId: activity.orderId }),
    ...(activity.type === 'FILL' ? { executionId: activity.id } : {}),
    ...(activity.executedAt === undefined ? {} : { tradedAt: activity.executedAt }),
  };
}

function valueOf(
  activity: Activity,
  side: OrderSide,
  multiplier: Decimal | undefined,
): Pick<TransactionDraft, 'quantity' | 'price' | 'grossAmount'> {
  const quantity = need(activity, 'quantity');
  if (quantity.startsWith('-')) throw new Unclear(`An execution of a negative quantity (${side}).`);
  return { quantity, price: need(activity, 'price'), grossAmount: grossOf(activity, multiplier).toFixed() };
}

/** Executions print no amount: it is quantity × price, and commissions there are none. */
function cashOf(activity: Activity, side: OrderSide, multiplier: Decimal | undefined): Decimal {
  const gross = grossOf(activity, multiplier);
  return (side === 'BUY' && !gross.eq(0) ? gross.times(-1) : gross).toFixed();
}

function grossOf(activity: Activity, multiplier: Decimal = '1'): Big {
  return new Big(need(activity, 'quantity')).times(need(activity, 'price')).times(multiplier);
}
