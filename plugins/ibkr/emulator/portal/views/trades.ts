import type { Call } from '@bourse/sdk/emulator';
import { tradesOf, type TradeFact } from '../../life/facts.js';
import type { IbkrWorld } from '../../world.js';
import type { Endpoint } from '../endpoint.js';
import { PortalRefusal } from '../refusal.js';

const DAY = 86_400_000;

export const tradeEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/iserver/account/trades', query: ['days', 'accountId'], view: listTrades },
  // Nothing is ever ordered here.
  {
    method: 'GET',
    path: '/iserver/account/orders',
    query: ['filters', 'force', 'accountId'],
    view: () => ({ orders: [], snapshot: true }),
  },
];

/** The executions of this day and as many days before as are asked for, seven in all at most. */
function listTrades(call: Call, world: IbkrWorld): unknown {
  const days = Number(call.query.get('days') ?? '1');
  if (!(Number.isInteger(days) && days >= 1 && days <= 7)) throw new PortalRefusal(400, 'Bad Request: days');
  const since = Math.floor(world.now() / DAY) * DAY - (days - 1) * DAY;
  return executionsOf(world).filter(({ trade_time_r: at }) => at >= since && at <= world.now());
}

/** What happened without an execution, such as an expired option, is not among them. */
export function executionsOf({
  scenario,
}: IbkrWorld): (Record<string, unknown> & { trade_time_r: number })[] {
  return tradesOf(scenario.life)
    .filter(({ row }) => row.transactionType === 'ExchTrade')
    .map(toExecution);
}

function toExecution({ row, at }: TradeFact): Record<string, unknown> & { trade_time_r: number } {
  const size = Math.abs(Number(row.quantity));
  const verb = row.buySell === 'SELL' ? 'Sold' : 'Bot';
  return {
    execution_id: row.ibExecID,
    symbol: row.assetCategory === 'CASH' ? row.symbol?.split('.')[0] : row.underlyingSymbol || row.symbol,
    supports_tax_opt: '1',
    side: row.buySell === 'SELL' ? 'S' : 'B',
    order_description: `${verb} ${size} @ ${row.tradePrice} on ${row.exchange}`,
    trade_time: printed(at),
    trade_time_r: at,
    size,
    price: row.tradePrice,
    order_ref: null,
    submitter: 'example',
    exchange: row.exchange,
    commission: String(Math.abs(Number(row.ibCommission))),
    net_amount: Math.abs(Number(row.tradeMoney)),
    account: row.accountId,
    accountCode: row.accountId,
    account_allocation_name: row.accountId,
    company_name: row.description,
    contract_description_1: row.assetCategory === 'CASH' ? row.symbol : row.underlyingSymbol || row.symbol,
    sec_type: row.assetCategory,
    listing_exchange: row.listingExchange,
    conid: Number(row.conid),
    conidEx: row.conid,
    open_close: '???',
    liquidation_trade: '0',
    is_event_trading: '0',
  };
}

/** `20231211-18:00:49`, in UTC. */
function printed(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return `${date.replaceAll('-', '')}-${time.slice(0, 8)}`;
}
