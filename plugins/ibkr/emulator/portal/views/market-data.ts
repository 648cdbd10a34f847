import { setImmediate } from 'node:timers/promises';
import type { Call } from '@bourse/sdk/emulator';
import { findInstrument } from '../../life/facts.js';
import type { IbkrWorld } from '../../world.js';
import type { Endpoint } from '../endpoint.js';
import { PortalRefusal } from '../refusal.js';

export const marketDataEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/iserver/marketdata/snapshot',
    query: ['conids', 'fields', 'since'],
    view: snapshot,
  },
  {
    method: 'GET',
    path: '/iserver/marketdata/history',
    query: ['conid', 'period', 'bar', 'exchange', 'startTime', 'outsideRth'],
    view: listBars,
  },
];

const DAY = 86_400_000;
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

function snapshot(call: Call, world: IbkrWorld): unknown {
  const conids = (call.query.get('conids') ?? '').split(',');
  const fields = (call.query.get('fields') ?? '').split(',');
  return conids.map((conid) => {
    const isPrimed = world.state.portal.isPrimed(`snapshot ${conid}`, world.scenario.portal.primingCalls);
    const head = { conid: Number(conid), conidEx: conid, server_id: 'q0', _updated: world.now() };
    return isPrimed ? { ...head, ...fieldsOf(conid, fields, world) } : head;
  });
}

/** Prices are text, with `C` in front where it is the close of the day before. */
export function fieldsOf(
  conid: string,
  fields: readonly string[],
  { scenario }: IbkrWorld,
): Record<string, string> {
  const row = findInstrument(scenario.life, conid);
  if (row === undefined) return {};
  const price = Number(row.markPrice ?? row.tradePrice);
  const known: Readonly<Record<string, string>> = {
    31: `C${price.toFixed(2)}`,
    55: row.symbol ?? '',
    84: (price - 0.01).toFixed(2),
    86: (price + 0.01).toFixed(2),
    88: '500',
    85: '300',
    7295: (price * 0.995).toFixed(2),
    7296: price.toFixed(2),
    70: (price * 1.01).toFixed(2),
    71: (price * 0.99).toFixed(2),
    87: '1.2M',
    7762: '1203455',
    6509: 'DPB',
  };
  return Object.fromEntries(fields.flatMap((field) => (field in known ? [[field, known[field] ?? '']] : [])));
}

/** One bar for each weekday, on a path that ends at the last price. */
async function listBars(call: Call, world: IbkrWorld): Promise<unknown> {
  const { portal } = world.state;
  if (portal.openHistories >= world.scenario.portal.maxHistories)
    throw new PortalRefusal(429, 'Too many requests');
  portal.openHistories += 1;
  try {
    await setImmediate();
    return history(call, world);
  } finally {
    portal.openHistories -= 1;
  }
}

function history(call: Call, world: IbkrWorld): unknown {
  const row = findInstrument(world.scenario.life, call.query.get('conid') ?? '');
  if (row === undefined) throw new PortalRefusal(500, 'Chart data unavailable');
  const period = /^(\d{1,4})([dwmy])$/.exec(call.query.get('period') ?? '1w');
  if (period === null || (call.query.get('bar') ?? '1d') !== '1d')
    throw new PortalRefusal(400, 'Bad Request: period or bar');
  const days = Number(period[1]) * (DAYS[period[2] ?? ''] ?? 0);
  const price = Number(row.markPrice ?? row.tradePrice);
  const last = Math.floor(world.now() / DAY) * DAY;
  const data = Array.from({ length: days }, (_, index) => last - (days - 1 - index) * DAY)
    .filter((at) => ![0, 6].includes(new Date(at).getUTCDay()))
    .map((at) => toBar(at, price));
  return {
    serverId: '20477',
    symbol: row.symbol,
    text: row.description,
    priceFactor: 100,
    startTime: printed(data[0]?.t ?? last),
    timePeriod: period[0],
    barLength: 86_400,
    mdAvailability: 'S',
    mktDataDelay: 0,
    outsideRth: false,
    volumeFactor: 1,
    priceDisplayRule: 1,
    priceDisplayValue: '2',
    negativeCapable: false,
    messageVersion: 2,
    data,
    points: data.length,
    travelTime: 48,
  };
}

/** The session of New York begins at 14:30 UTC in winter. */
function toBar(
  at: number,
  price: number,
): { t: number; o: number; c: number; h: number; l: number; v: number } {
  const sway = Math.sin(at / (DAY * 9)) * 0.05;
  const [open, close] = [price * (1 + sway), price * (1 + sway + 0.002)];
  return {
    t: at + 52_200_000,
    o: round(open),
    c: round(close),
    h: round(close * 1.004),
    l: round(open * 0.997),
    v: 100_000 + (Math.floor(at / DAY) % 1_000),
  };
}

function round(price: number): number {
  return Math.round(price * 100) / 100;
}

function printed(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return `${date.replaceAll('-', '')}-${time.slice(0, 8)}`;
}
