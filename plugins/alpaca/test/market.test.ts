import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuthoredBrokerServices } from '@bourse/sdk';
import type { MockHost } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import type { RunningAlpaca } from '../emulator/testing/keyed-client.js';
import { goBack, goThrough, startHost } from './through-emulator.js';

const stock = (symbol: string) => ({ kind: 'EQUITY', name: symbol, symbol, currency: 'USD' }) as const;

let running: RunningAlpaca;
let host: MockHost;
let services: AuthoredBrokerServices;

beforeEach(async () => {
  running = await emulator.start({ clock: () => Date.parse('2026-11-20T20:00:00Z') });
  goThrough(running);
  host = startHost(running);
  services = await host.activate();
});

afterEach(async () => {
  await host.deactivate();
  goBack();
  running.journal.expectClean();
  await running.close();
});

test('quotes keep all digits of their time; what there is no price of is left out', async () => {
  const instruments = [stock('AAPL'), stock('NONE'), { kind: 'CRYPTO', name: 'BTC', symbol: 'BTC' } as const];
  expect(await services.quote?.getQuotes({ instruments })).toEqual([
    {
      instrument: stock('AAPL'),
      bid: expect.stringMatching(/^\d+\.\d\d?$/),
      ask: expect.stringMatching(/^\d+\.\d\d?$/),
      currency: 'USD',
      at: '2026-11-20T20:00:00.000123456Z',
      delay: 'REALTIME',
    },
  ]);
});

test('a feed beyond the plan is not permitted', async () => {
  const sip = startHost(running, { feed: 'sip' });
  const { quote } = await sip.activate();
  await expect(quote?.getQuotes({ instruments: [stock('AAPL')] })).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
  });
  await sip.deactivate();
});

describe('bars', () => {
  const request = {
    instrument: stock('ORLY'),
    interval: 'P1D',
    from: '2026-06-08T00:00:00Z',
    to: '2026-06-11T04:00:00Z',
  };

  test('start in the span that is asked for, its end left out', async () => {
    const page = await services.history?.listBars(request);
    expect(page?.items.map(({ start }) => start)).toEqual([
      '2026-06-08T04:00:00Z',
      '2026-06-09T04:00:00Z',
      '2026-06-10T04:00:00Z',
    ]);
    expect(page?.cursor).toBeUndefined();
  });

  test('are those of then, or adjusted', async () => {
    const raw = await services.history?.listBars(request);
    const adjusted = await services.history?.listBars({ ...request, adjusted: true });
    expect((raw?.items[0]?.close ?? 0) / (adjusted?.items[0]?.close ?? 1)).toBeCloseTo(15, 1);
  });

  test('come in pages', async () => {
    const minutes = { ...request, interval: 'PT1M', from: '2026-05-18T00:00:00Z' };
    const first = await services.history?.listBars(minutes);
    const second = await services.history?.listBars({ ...minutes, cursor: first?.cursor });
    expect(first?.items).toHaveLength(5000);
    expect(second?.items[0]?.start ?? '').toBe('2026-06-04T18:50:00Z');
  });

  test.each(['PT1S', 'P2D', 'P1Y', 'PT24H'])('of %s there are none', async (interval) => {
    await expect(services.history?.listBars({ ...request, interval })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  });
});

describe('the stream', () => {
  const quote = (S: string, bp: number) => ({ T: 'q', S, bp, ap: 0, t: '2026-11-20T20:00:01.5Z' }) as const;
  const subscribed = async (count: number): Promise<void> => {
    const isAnswer = (data: unknown): boolean => String(data).includes('"subscription"');
    while (running.journal.frames.filter(({ data }) => isAnswer(data)).length < count) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const open = () => {
    const quotes = services.stream?.subscribeQuotes({ instruments: [stock('KO')] });
    if (quotes === undefined) throw new Error('There is no stream.');
    return quotes[Symbol.asyncIterator]();
  };

  test('yields quotes in their order until it is ended', async () => {
    const quotes = open();
    const first = quotes.next();
    await subscribed(1);
    running.state.feed.publish(quote('KO', 70.1), quote('AAPL', 1), quote('KO', 70.12));
    expect(await first).toMatchObject({ value: { instrument: { symbol: 'KO' }, bid: '70.1' } });
    expect(await quotes.next()).toMatchObject({ value: { bid: '70.12', at: '2026-11-20T20:00:01.5Z' } });
    await quotes.return?.();
  });

  test('connects and subscribes again after a loss', async () => {
    const quotes = open();
    const first = quotes.next();
    await subscribed(1);
    running.disconnect();
    while (host.clock.pendingTimers === 0) await new Promise((resolve) => setImmediate(resolve));
    await host.clock.advance(1_000);
    await subscribed(2);
    running.state.feed.publish(quote('KO', 70.2));
    expect(await first).toMatchObject({ value: { bid: '70.2' } });
    await quotes.return?.();
  });

  test('fails with wrong keys, and connects once', async () => {
    goThrough(running, { 'APCA-API-KEY-ID': 'x', 'APCA-API-SECRET-KEY': 'wrong' });
    await expect(open().next()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    expect(running.journal.of('data stream')).toHaveLength(1);
  });
});
