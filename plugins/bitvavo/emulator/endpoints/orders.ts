import Big from 'big.js';
import type { Endpoint } from '../endpoint.js';
import { betweenIds, integer, optionalMarket, period, requiredMarket } from '../parameters.js';
import { BitvavoRefusal, missingParameter } from '../refusal.js';
import type { BitvavoOpenOrder, BitvavoScenario } from '../scenario.js';
import { tradesOf, type BitvavoTrade } from './trades.js';

interface BitvavoOrder {
  readonly orderId: string;
  readonly market: string;
  readonly created: number;
  readonly [field: string]: unknown;
}

const order: Endpoint = {
  path: '/order',
  action: 'privateGetOrder',
  access: 'private',
  weight: 1,
  parameters: ['market', 'orderId', 'clientOrderId'],
  view: (asked, { scenario }) => {
    const market = requiredMarket(asked, scenario);
    const id = asked.query.get('orderId');
    if (id === null && !asked.query.has('clientOrderId')) throw missingParameter('orderId');
    const found = ordersOf(scenario).find((one) => one.market === market && one.orderId === id);
    if (found === undefined) throw new BitvavoRefusal(404, 240, 'No order found.');
    return found;
  },
};

const orders: Endpoint = {
  path: '/orders',
  action: 'privateGetOrders',
  access: 'private',
  weight: 5,
  parameters: ['market', 'limit', 'start', 'end', 'orderIdFrom', 'orderIdTo'],
  view: (asked, { scenario }) => {
    const market = requiredMarket(asked, scenario);
    const within = period(asked, 'start', 'end');
    const limit = integer(asked, 'limit', { min: 1, max: 1000, otherwise: 500 });
    const ids = { from: asked.query.get('orderIdFrom'), to: asked.query.get('orderIdTo') };
    const found = ordersOf(scenario).filter((one) => one.market === market);
    return betweenIds(found, ({ orderId }) => orderId, ids)
      .filter(({ created }) => within(created))
      .slice(0, limit);
  },
};

const ordersOpen: Endpoint = {
  path: '/ordersOpen',
  action: 'privateGetOrdersOpen',
  access: 'private',
  weight: (asked) => (asked.query.has('market') ? 5 : 100),
  parameters: ['market'],
  view: (asked, { scenario }) => {
    const market = optionalMarket(asked, scenario);
    return scenario.openOrders.filter((one) => (market ?? one.market) === one.market).map(toOpenOrder);
  },
};

/** Open and filled orders, newest first. Each trade is the one fill of a market order. */
function ordersOf(scenario: BitvavoScenario): BitvavoOrder[] {
  return [...scenario.openOrders.map(toOpenOrder), ...tradesOf(scenario).map(toFilledOrder)].toSorted(
    (one, other) => other.created - one.created,
  );
}

function toOpenOrder(open: BitvavoOpenOrder): BitvavoOrder {
  return {
    ...open,
    updated: open.created,
    status: 'new',
    orderType: 'limit',
    amountRemaining: open.amount,
    filledAmount: '0',
    filledAmountQuote: '0',
    feePaid: '0',
    feeCurrency: open.market.split('-')[1],
    fills: [],
    timeInForce: 'GTC',
    postOnly: false,
    visible: true,
  };
}

function toFilledOrder(trade: BitvavoTrade): BitvavoOrder {
  const { id, timestamp, amount, price, taker, fee, feeCurrency, settled } = trade;
  return {
    orderId: trade.orderId,
    market: trade.market,
    created: timestamp,
    updated: timestamp,
    status: 'filled',
    side: trade.side,
    orderType: 'market',
    amount,
    amountRemaining: '0',
    onHold: '0',
    onHoldCurrency: trade.market.split('-')[trade.side === 'buy' ? 1 : 0],
    filledAmount: amount,
    filledAmountQuote: new Big(amount).times(price).toFixed(),
    feePaid: fee,
    feeCurrency,
    fills: [{ id, timestamp, amount, price, taker, fee, feeCurrency, settled }],
    visible: false,
  };
}

export const orderEndpoints: readonly Endpoint[] = [order, orders, ordersOpen];
