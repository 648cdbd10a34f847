import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bar, Page, Quote } from '@bourse/sdk';
import type { MockHost } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import type { Running } from '../emulator/testing/signed-client.js';
import { socketsBack, socketsThrough, startHost } from './through-emulator.js';

const asset = (symbol: string) => ({ kind: 'CRYPTO', name: symbol, symbol }) as const;

let running: Running;
let host: MockHost;

beforeEach(async () => {
  running = await emulator.start({ clock: () => Date.parse('2026-11-20T12:00:00Z') });
  host = startHost(running);
});

afterEach(async () => {
  await host.deactivate();
  socketsBack();
  running.journal.expectClean();
  await running.close();
});

describe('quotes', () => {
  test('are the last prices in euros; what has no market is left out', async () => {
    const stock = { kind: 'EQUITY', name: 'BTC', symbol: 'BTC' };
    const instruments = [asset('BTC'), asset('NONE'), stock, { ...asset('ETH'), currency: 'EUR' }];
    const at = '2026-11-20T12:00:00.000Z';
    expect(await host.call('quote', 'getQuotes', { instruments })).toEqual([
      { instrument: asset('BTC'), last: '81240', currency: 'EUR', at, delay: 'REALTIME' },
      {
        instrument: { ...asset('ETH'), currency: 'EUR' },
        last: '2614.3',
        currency: 'EUR',
        at,
        delay: 'REALTIME',
      },
    ]);
  });

  test('need no key', async () => {
    await host.call('quote', 'getQuotes', { instruments: [asset('BTC')] });
    expect(running.journal.entries[0]?.verdict).not.toMatchObject({ signature: 'valid' });
  });
});

describe('candles', () => {
  const request = {
    instrument: asset('BTC'),
    interval: 'PT1H',
    from: '2026-10-19T22:00:00Z',
    to: '2026-10-22T02:00:00Z',
  };
  const bars = async (changes: object = {}) =>
    (await host.call('history', 'listBars', { ...request, ...changes })) as Page<Bar>;

  test('come oldest first, the end left out, and those without a trade are missing', async () => {
    const { items, cursor } = await bars();
    expect(items.map(({ start }) => start)).toEqual([
      '2026-10-19T22:00:00.000Z',
      '2026-10-19T23:00:00.000Z',
      '2026-10-22T00:00:00.000Z',
      '2026-10-22T01:00:00.000Z',
    ]);
    expect(items.every(({ low, open, close, high }) => low <= open && close <= high)).toBe(true);
    expect(cursor).toBeUndefined();
  });

  test('are asked for by whole intervals, and none is there that begins outside the span', async () => {
    const { items } = await bars({ from: '2026-10-19T20:30:00Z', to: '2026-10-19T22:30:00Z' });
    expect(items.map(({ start }) => start)).toEqual(['2026-10-19T21:00:00.000Z', '2026-10-19T22:00:00.000Z']);
    const [path = ''] = running.journal.entries.map(({ target }) => target);
    const query = new URL(path, running.baseUrl).searchParams;
    expect([query.get('start'), query.get('end')]).toEqual([
      String(Date.parse('2026-10-19T20:00:00Z')),
      String(Date.parse('2026-10-19T23:00:00Z')),
    ]);
  });

  test('of a longer span come in pages, each once', async () => {
    const starts: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await bars({ interval: 'PT15M', from: '2026-08-01T00:00:00Z', cursor });
      starts.push(...page.items.map(({ start }) => start));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(starts).toEqual([...new Set(starts)].sort());
    // 82 days of 96 and 8 more, without the two quiet days.
    expect(starts).toHaveLength(82 * 96 + 8 - 192);
  });

  test.each(['PT15M', 'PT30M', 'PT60M', 'PT12H', 'PT24H', 'P1D'])('there are of %s', async (interval) => {
    expect((await bars({ interval })).items.length).toBeGreaterThan(0);
  });

  test.each(['PT1S', 'PT3M', 'P2D', 'P1W', 'P1Y'])('of %s there are none', async (interval) => {
    await expect(bars({ interval })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  test('are of crypto assets alone, and a strange cursor is refused', async () => {
    const instrument = { kind: 'EQUITY', name: 'Acme', symbol: 'ACM' };
    await expect(bars({ instrument })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await expect(bars({ cursor: 'x' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('the stream', () => {
  const open = (...symbols: string[]) =>
    host.stream('stream', 'subscribeQuotes', { instruments: symbols.map(asset) }) as AsyncGenerator<Quote>;
  const said = (what: string, count: number) =>
    running.journal.frames.filter(({ data }) => String(data).includes(what)).length >= count;
  const until = async (isReached: () => boolean): Promise<void> => {
    while (!isReached()) await new Promise((resolve) => setImmediate(resolve));
  };

  beforeEach(() => socketsThrough(running));

  test('authenticates, subscribes to what exists, and yields each change', async () => {
    const quotes = open('BTC', 'NONE');
    const first = quotes.next();
    await until(() => said('"subscribed"', 1));
    running.state.feed.tick('BTC-EUR', '81300');
    running.state.feed.tick('ETH-EUR', '2600');
    running.state.feed.tick('BTC-EUR', '81310');
    expect(await first).toMatchObject({
      value: { instrument: asset('BTC'), bid: '81259.35', ask: '81340.65', last: '81300', currency: 'EUR' },
    });
    expect(await quotes.next()).toMatchObject({ value: { last: '81310', at: '2026-11-20T12:00:00.000Z' } });
    await quotes.return(undefined);
  });

  test('connects, authenticates and subscribes again after a loss', async () => {
    const quotes = open('BTC');
    const first = quotes.next();
    await until(() => said('"subscribed"', 1));
    running.disconnect();
    await until(() => host.clock.pendingTimers > 0);
    await host.clock.advance(1_000);
    await until(() => said('"subscribed"', 2));
    running.state.feed.tick('BTC-EUR', '81400');
    expect(await first).toMatchObject({ value: { last: '81400' } });
    expect(said('"authenticated"', 2)).toBe(true);
    await quotes.return(undefined);
  });

  test('fails with a wrong secret, and tries it once', async () => {
    socketsThrough(running, 'wrong');
    await expect(open('BTC').next()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    expect(running.journal.frames.filter(({ data }) => String(data).includes('"errorCode"'))).toHaveLength(1);
  });

  test('of nothing that exists ends at once', async () => {
    expect(await open('NONE').next()).toMatchObject({ done: true });
  });

  test('ends with the plugin', async () => {
    const quotes = open('BTC');
    const first = quotes.next();
    await until(() => said('"subscribed"', 1));
    await host.deactivate();
    expect(await first).toMatchObject({ done: true });
  });
});
