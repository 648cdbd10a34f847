import { ProblemError, type Bar, type BarsRequest, type HistoryService, type Page } from '@bourse/sdk';
import type { Products } from '../products/products.js';
import { CHARTING } from '../site/addresses.js';
import { findAnswerProblem } from '../site/answer-problem.js';
import { send } from '../site/request.js';
import type { Site } from '../site/site.js';
import { readChart, toBars } from './chart.js';

const RESOLUTION = 'P1D';
const DAY_MILLISECONDS = 86_400_000;

/** Charts end today and reach back so many days. */
const PERIODS: readonly (readonly [days: number, period: string])[] = [
  [7, 'P1W'],
  [31, 'P1M'],
  [92, 'P3M'],
  [183, 'P6M'],
  [365, 'P1Y'],
  [1_095, 'P3Y'],
  [1_826, 'P5Y'],
  [Infinity, 'P50Y'],
];

/** Prices of each day, as far back as the charts go. */
export class PriceHistory implements HistoryService {
  readonly #site: Site;
  readonly #products: Products;
  readonly #signal: AbortSignal;

  constructor(site: Site, products: Products, signal: AbortSignal) {
    this.#site = site;
    this.#products = products;
    this.#signal = signal;
  }

  async listBars({ instrument, interval, from, to }: BarsRequest): Promise<Page<Bar>> {
    if (interval !== RESOLUTION) throw intervalUnknown(interval);
    await this.#products.held();
    const { priceKey, unit } = (await this.#products.find(instrument)) ?? {};
    if (priceKey === undefined || unit === undefined) throw priceUnknown();
    const key = `${priceKey.type}:${priceKey.id}`;
    const series = { prices: `ohlc:${key}`, volumes: `volume:${key}` };
    const text = await this.#askChart(periodFrom(from), [key, ...Object.values(series)]);
    const bars = toBars(readChart(text), series, Number(unit.factor));
    return { items: bars.filter(({ start }) => isFrom(from, start) && !isFrom(to, start)) };
  }

  async #askChart(period: string, series: readonly string[]): Promise<string> {
    const { userToken } = await this.#site.client();
    const url = new URL(`${CHARTING}/hchart/v1/deGiro/data.js`);
    for (const one of series) url.searchParams.append('series', one);
    const query = {
      requestid: '1',
      period,
      resolution: RESOLUTION,
      culture: 'nl-NL',
      format: 'json',
      userToken,
      tz: 'Europe/Amsterdam',
    };
    const { status, text } = await send(url.href, { query, signal: this.#signal });
    const problem = findAnswerProblem(status, text);
    if (problem !== undefined) throw problem;
    if (status >= 400) throw priceUnknown();
    return text;
  }
}

function periodFrom(from: string): string {
  const days = Math.ceil((Date.now() - Date.parse(from)) / DAY_MILLISECONDS) + 1;
  return PERIODS.find(([reach]) => days <= reach)?.[1] ?? 'P50Y';
}

function isFrom(limit: string, instant: string): boolean {
  return Date.parse(instant) >= Date.parse(limit);
}

function intervalUnknown(interval: string): ProblemError {
  return new ProblemError({
    code: 'INVALID_REQUEST',
    message: `DEGIRO has prices of days, not of ${interval}.`,
    remedy: 'Ask for P1D.',
  });
}

function priceUnknown(): ProblemError {
  return new ProblemError({ code: 'NOT_FOUND', message: 'DEGIRO has no prices of this instrument.' });
}
