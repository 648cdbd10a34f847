import { json, text, UndocumentedRequest, type Answer, type Call } from '@bourse/sdk/emulator';
import type { Product } from '../scenario/scenario.js';
import { CHARTING, type DegiroWorld, type Route } from '../world.js';
import { priceOn, productOf } from './price-walk.js';

const DAY_MILLISECONDS = 86_400_000;
const PERIOD_DAYS: Readonly<Record<string, number>> = {
  P1D: 1,
  P1W: 7,
  P1M: 31,
  P3M: 92,
  P6M: 183,
  P1Y: 366,
  P3Y: 1096,
  P5Y: 1827,
  P10Y: 3653,
  P50Y: 18_263,
};
const RESOLUTION = 'P1D';

/** Price history. Only days are served; offsets count days from the start, weekends too. */
export const chartRoutes: readonly Route[] = [
  { origin: CHARTING, name: 'chart', method: 'GET', path: '/hchart/v1/deGiro/data.js', answer: answerChart },
];

function answerChart(call: Call, world: DegiroWorld): Answer {
  const { query } = call;
  const days = PERIOD_DAYS[query.get('period') ?? ''];
  const isDocumented =
    days !== undefined &&
    query.get('resolution') === RESOLUTION &&
    query.get('format') === 'json' &&
    query.get('tz') === 'Europe/Amsterdam' &&
    query.get('userToken') === String(world.scenario.clientId);
  if (!isDocumented) throw new UndocumentedRequest('no such chart');
  const end = new Date(world.now()).toISOString().slice(0, 10);
  const start = new Date(Date.parse(end) - days * DAY_MILLISECONDS).toISOString().slice(0, 10);
  const body = {
    requestid: query.get('requestid') ?? '1',
    start: `${start}T00:00:00`,
    end: `${end}T00:00:00`,
    resolution: RESOLUTION,
    series: query.getAll('series').map((series) => toSeries(series, { start, days }, world)),
  };
  const callback = query.get('callback');
  if (callback === null) return json(body);
  return text(`${callback}(${JSON.stringify(body)})`, {
    headers: { 'content-type': 'application/javascript' },
  });
}

function toSeries(series: string, range: { start: string; days: number }, { scenario }: DegiroWorld): object {
  const [, kind, type, key = ''] = /^(?:(price|ohlc|volume):)?(issueid|vwdkey):(.+)$/.exec(series) ?? [];
  const product = type === undefined ? undefined : productOf(scenario, key);
  if (product === undefined) throw new UndocumentedRequest(`no series "${series}"`);
  if (kind === undefined) return { id: series, type: 'object', data: factsOf(product, key) };
  const data = tradingDays(range, product).map(([offset, date]) => [
    offset,
    ...valuesOf(kind, product, date),
  ]);
  return { id: series, type: kind === 'ohlc' ? 'ohlc' : 'time', times: `${range.start}/${RESOLUTION}`, data };
}

function factsOf(product: Product, key: string): object {
  return {
    issueId: Number(key) || 0,
    companyId: 1,
    name: product.name,
    identifier: key,
    isin: product.isin,
    alfa: product.symbol,
    currency: product.currency,
  };
}

function valuesOf(kind: string, product: Product, date: string): number[] {
  const { open, high, low, close, volume } = priceOn(product, date);
  if (kind === 'volume') return [volume];
  return kind === 'price' ? [Number(close)] : [open, high, low, close].map(Number);
}

function tradingDays({ start, days }: { start: string; days: number }, product: Product): [number, string][] {
  const all = Array.from({ length: days + 1 }, (_, offset): [number, string] => [
    offset,
    new Date(Date.parse(start) + offset * DAY_MILLISECONDS).toISOString().slice(0, 10),
  ]);
  return all.filter(
    ([, date]) => date <= product.closePriceDate && ![0, 6].includes(new Date(date).getUTCDay()),
  );
}
