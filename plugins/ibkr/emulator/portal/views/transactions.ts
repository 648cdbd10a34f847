import type { Call } from '@bourse/sdk/emulator';
import { z } from 'zod';
import { dividendsOf, tradesOf, type TradeFact } from '../../life/facts.js';
import type { IbkrWorld } from '../../world.js';
import type { Endpoint } from '../endpoint.js';
import { PortalRefusal } from '../refusal.js';

const DAY = 86_400_000;

/** One instrument in one call; the answer covers 90 days unless told. */
const RequestSchema = z.object({
  acctIds: z.array(z.string()).min(1),
  conids: z.array(z.coerce.string()).length(1),
  currency: z.string(),
  days: z.coerce.number().int().positive().default(90),
});

export const transactionEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/pa/transactions', view: listTransactions },
];

function listTransactions(call: Call, { scenario, now }: IbkrWorld): unknown {
  const request = RequestSchema.safeParse(call.json());
  if (!request.success)
    throw new PortalRefusal(400, 'Bad Request: acctIds, conids and currency are required');
  const { acctIds, conids, currency, days } = request.data;
  const from = now() - days * DAY;
  const isAsked = ({ row, at }: TradeFact): boolean =>
    acctIds.includes(row.accountId ?? '') && conids.includes(row.conid ?? '') && at >= from && at <= now();
  const trades = tradesOf(scenario.life).filter(isAsked).map(toTrade);
  const dividends = dividendsOf(scenario.life).filter(isAsked).map(toDividend);
  const transactions = [...trades, ...dividends].toSorted((one, other) => other.at - one.at);
  return {
    rc: 0,
    nd: days,
    rpnl: { data: [], amt: '0' },
    currency,
    from,
    id: 'getTransactions',
    to: now(),
    includesRealTime: true,
    transactions: transactions.map(({ shown }) => shown),
  };
}

interface Transaction {
  readonly at: number;
  readonly shown: Readonly<Record<string, unknown>>;
}

function toTrade(fact: TradeFact): Transaction {
  const { row } = fact;
  const type = row.buySell === 'SELL' ? 'Sell' : 'Buy';
  return toTransaction(fact, type, {
    pr: Number(row.tradePrice),
    qty: Number(row.quantity),
    amt: Number(row.proceeds),
  });
}

function toDividend(fact: TradeFact): Transaction {
  return toTransaction(fact, 'Dividend Payment', { amt: Number(fact.row.amount) });
}

function toTransaction({ row, at }: TradeFact, type: string, amounts: object): Transaction {
  const shown = {
    date: printed(at),
    cur: row.currency,
    fxRate: Number(row.fxRateToBase),
    ...amounts,
    acctid: row.accountId,
    conid: Number(row.conid),
    type,
    desc: row.description,
  };
  return { at, shown };
}

const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  weekday: 'short',
  month: 'short',
  day: '2-digit',
  year: 'numeric',
  timeZoneName: 'short',
});

/** The day in New York: `Mon Mar 11 00:00:00 EDT 2024`. */
function printed(at: number): string {
  const parts = new Map(PARTS.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const day = `${part('weekday')} ${part('month')} ${part('day')}`;
  return `${day} 00:00:00 ${part('timeZoneName')} ${part('year')}`;
}
