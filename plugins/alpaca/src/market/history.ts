import { PAGE_MAX_ITEMS, ProblemError, type AuthoredBrokerServices } from '@bourse/sdk';
import type { AlpacaClient } from '../api/client.js';
import { listBars } from '../api/endpoints.js';
import { Fields, malformed, readList } from '../api/fields.js';
import { toUtc } from '../eastern.js';
import type { AlpacaSettings } from '../settings.js';
import { requireSymbol } from './symbols.js';

type HistoryService = NonNullable<AuthoredBrokerServices['history']>;
type BarsRequest = Parameters<HistoryService['listBars']>[0];
type BarPage = Awaited<ReturnType<HistoryService['listBars']>>;
type Bar = BarPage['items'][number];

/** Lengths that Alpaca has bars of, by the unit of the ISO 8601 duration. */
const UNITS: Readonly<
  Record<string, { readonly name: string; readonly lengths: (count: number) => boolean }>
> = {
  TM: { name: 'Min', lengths: (count) => count <= 59 },
  TH: { name: 'Hour', lengths: (count) => count <= 23 },
  D: { name: 'Day', lengths: (count) => count === 1 },
  W: { name: 'Week', lengths: (count) => count === 1 },
  M: { name: 'Month', lengths: (count) => [1, 2, 3, 4, 6, 12].includes(count) },
};

/** One page of bars of one instrument, oldest first. */
export async function readBars(
  client: AlpacaClient,
  feed: AlpacaSettings['feed'],
  request: BarsRequest,
): Promise<BarPage> {
  const symbol = requireSymbol(request.instrument);
  const answer = await listBars(client, {
    symbols: symbol,
    timeframe: toTimeframe(request.interval),
    start: request.from,
    end: request.to,
    limit: String(PAGE_MAX_ITEMS),
    adjustment: request.adjusted === true ? 'all' : 'raw',
    // Bars of the delayed feed are those of all exchanges.
    feed: feed === 'delayed_sip' ? 'sip' : feed,
    sort: 'asc',
    page_token: request.cursor,
  });
  const own = new Fields(answer.value('bars') ?? {}, 'bars').value(symbol);
  const bars = own === undefined || own === null ? [] : readList(own, 'bars').map(toBar);
  const cursor = answer.optionalText('next_page_token');
  return {
    // Alpaca's `end` belongs to the answer, the contract's does not.
    items: bars.filter(({ start }) => Date.parse(start) < Date.parse(request.to)),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function toTimeframe(interval: string): string {
  const [, time = '', count = '', unit = ''] = /^P(T?)(\d+)([A-Z])$/.exec(interval) ?? [];
  const found = UNITS[time + unit];
  if (found?.lengths(Number(count)) === true) return count + found.name;
  throw new ProblemError({
    code: 'INVALID_REQUEST',
    message: `There are no bars of ${interval}.`,
    remedy: 'Ask for minutes up to PT59M, hours up to PT23H, P1D, P1W or P1M.',
  });
}

function toBar(value: unknown): Bar {
  const row = new Fields(value, 'bar');
  const start = toUtc(row.text('t'));
  if (start === undefined) throw malformed('"t" is no instant.', 'bar.t');
  const [open, high, low, close] = ['o', 'h', 'l', 'c'].map((name) => Number(row.decimal(name)));
  const volume = row.optionalDecimal('v');
  return {
    start,
    open: open ?? 0,
    high: high ?? 0,
    low: low ?? 0,
    close: close ?? 0,
    ...(volume === undefined ? {} : { volume: Number(volume) }),
  };
}
