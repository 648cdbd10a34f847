import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import Big from 'big.js';
import { invalid, notFound } from '../errors.js';
import type { AlpacaWorld } from '../guard.js';
import { Refusal } from '../refusal.js';
import type { AlpacaScenario } from '../scenario/index.js';
import { isFill, type FillActivity } from '../scenario/facts.js';
import { readInstant } from './read-instant.js';

export const ORDER_QUERY = [
  'status',
  'limit',
  'after',
  'until',
  'direction',
  'nested',
  'symbols',
  'side',
  'asset_class',
  'before_order_id',
  'after_order_id',
] as const;

const LIMIT = 50;
const LIMIT_MAX = 500;

/** @see https://docs.alpaca.markets/reference/getallorders-1 */
export function listOrders({ query }: Call, { scenario }: AlpacaWorld): Answer {
  const status = query.get('status') ?? 'open';
  if (!['open', 'closed', 'all'].includes(status)) throw new Refusal(invalid(`invalid status: ${status}`));
  const limit = Number(query.get('limit') ?? LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MAX) throw new Refusal(invalid('invalid limit'));
  const after = readInstant(query.get('after'), 'after') ?? -Infinity;
  const until = readInstant(query.get('until'), 'until') ?? Infinity;
  const symbols = query.get('symbols')?.split(',');
  // All orders of the scenario were filled, so none is open.
  const orders = (status === 'open' ? [] : ordersOf(scenario))
    .filter(({ submitted_at: at }) => Date.parse(at) > after && Date.parse(at) < until)
    .filter(({ symbol }) => symbols === undefined || symbols.includes(symbol))
    .toSorted((one, other) => (one.submitted_at < other.submitted_at ? -1 : 1));
  return json((query.get('direction') === 'asc' ? orders : orders.reverse()).slice(0, limit));
}

/** @see https://docs.alpaca.markets/reference/getorderbyorderid */
export function getOrder({ params }: Call, { scenario }: AlpacaWorld): Answer {
  return json(findOrder(scenario, ({ id }) => id === params.id));
}

export function getOrderByClientId({ query }: Call, { scenario }: AlpacaWorld): Answer {
  return json(findOrder(scenario, ({ client_order_id: id }) => id === query.get('client_order_id')));
}

type Order = ReturnType<typeof toOrder>;

function findOrder(scenario: AlpacaScenario, matches: (order: Order) => boolean): Order {
  const found = ordersOf(scenario).find(matches);
  if (found === undefined) throw new Refusal(notFound('order not found'));
  return found;
}

function ordersOf({ activities, assets }: AlpacaScenario): Order[] {
  const byOrder = Map.groupBy(activities.filter(isFill), (fill) => fill.order_id);
  return [...byOrder.values()].map((fills) => toOrder(fills, assets));
}

function toOrder(fills: readonly FillActivity[], assets: AlpacaScenario['assets']) {
  const sorted = fills.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) throw new Error('An order has executions.');
  const asset = assets.find(({ symbol }) => symbol === first.symbol);
  const spent = sorted.reduce((sum, { qty, price }) => sum.plus(new Big(qty).times(price)), new Big(0));
  return {
    id: first.order_id,
    client_order_id: `client-${first.order_id}`,
    created_at: first.transaction_time,
    updated_at: last.transaction_time,
    submitted_at: first.transaction_time,
    filled_at: last.transaction_time,
    expired_at: null,
    canceled_at: null,
    failed_at: null,
    replaced_at: null,
    replaced_by: null,
    replaces: null,
    asset_id: asset?.id ?? null,
    symbol: first.symbol,
    asset_class: asset?.class ?? 'us_equity',
    notional: null,
    qty: last.cum_qty,
    filled_qty: last.cum_qty,
    filled_avg_price: spent.div(last.cum_qty).round(9).toFixed(),
    order_class: '',
    order_type: 'market',
    type: 'market',
    side: first.side === 'buy' ? 'buy' : 'sell',
    time_in_force: 'day',
    limit_price: null,
    stop_price: null,
    status: last.order_status,
    extended_hours: false,
    legs: null,
    trail_percent: null,
    trail_price: null,
    hwm: null,
  };
}
