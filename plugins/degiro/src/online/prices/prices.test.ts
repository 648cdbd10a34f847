import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { OnlineHost } from '../../../test/online-host.js';

let online: OnlineHost;

beforeEach(async () => {
  online = await OnlineHost.start();
  await online.logIn();
});

afterEach(() => online[Symbol.asyncDispose]());

const HARBOR = { kind: 'EQUITY', name: 'Harbor Robotics', isin: 'US4109971048' };
const THAMES = { kind: 'EQUITY', name: 'Thames Lantern', isin: 'GB00BX7L4100' };
const CLOSED = { kind: 'EQUITY', name: 'Not traded', isin: 'FR001400K8Y4' };
const UNKNOWN = { kind: 'EQUITY', name: 'Nobody', isin: 'XS0000000009' };

describe('quotes', () => {
  const quotes = (...instruments: object[]) => online.host.call('quote', 'getQuotes', { instruments });

  test('have prices, time and delay; what has no price has no quote', async () => {
    await expect(quotes(HARBOR, THAMES, CLOSED)).resolves.toEqual([
      expect.objectContaining({
        instrument: HARBOR,
        last: '148.9',
        currency: 'USD',
        at: '2026-11-20T16:35:11Z',
        delay: 'REALTIME',
      }),
      expect.objectContaining({ instrument: THAMES, last: '1.583', currency: 'GBP', delay: 'DELAYED' }),
    ]);
    expect(online.emulator.journal.of('subscribe')).toHaveLength(2);
    online.emulator.journal.expectClean();
  });

  test('come after the session of the feed was lost once, and not after twice', async () => {
    online.emulator.faults.inject('quoteSessionLost', { route: 'poll' });
    await expect(quotes(HARBOR)).resolves.toHaveLength(1);
    online.emulator.faults.inject('quoteSessionLost', { route: 'poll', times: 2 });
    await expect(quotes(HARBOR)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('of what the site does not list are none', async () => {
    await expect(quotes(UNKNOWN)).resolves.toEqual([]);
  });
});

describe('history', () => {
  const bars = (more: object = {}) =>
    online.host.call('history', 'listBars', {
      instrument: HARBOR,
      interval: 'P1D',
      from: '2026-11-12T00:00:00Z',
      to: '2026-11-18T00:00:00Z',
      ...more,
    });

  test('has the days that begin in the time asked for, weekends left out', async () => {
    const { items } = (await bars()) as { items: { start: string; close: number; volume: number }[] };
    expect(items.map(({ start }) => start)).toEqual([
      '2026-11-12T23:00:00Z',
      '2026-11-15T23:00:00Z',
      '2026-11-16T23:00:00Z',
      '2026-11-17T23:00:00Z',
    ]);
    expect(items.every(({ close, volume }) => close > 100 && volume > 0)).toBe(true);
  });

  test('of pence is in pounds', async () => {
    const { items } = (await bars({ instrument: THAMES, to: '2026-11-21T00:00:00Z' })) as {
      items: { close: number }[];
    };
    expect(items.at(-1)?.close).toBeCloseTo(1.583, 3);
  });

  test('is of days alone, and of what has prices', async () => {
    await expect(bars({ interval: 'PT1M' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await expect(bars({ instrument: UNKNOWN })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
