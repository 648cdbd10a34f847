import { expect, test } from '@jest/globals';
import type { Portfolio } from '@bourse/portfolio';
import { rateHintLines } from './rate-hint-lines.js';

const OFFERS = { id: 'central-bank', services: ['rates'] };
const BROKER = { id: 'acme', services: ['quote'] };

const host = (connected: boolean, installed = true): Parameters<typeof rateHintLines>[0] => ({
  connections: { list: () => (connected ? [BROKER, OFFERS] : [BROKER]) },
  list: () => (installed ? [BROKER, OFFERS] : [BROKER]),
});

const rated = (stale: boolean): Pick<Portfolio, 'totals' | 'problems'> => ({
  totals: {
    value: [],
    cash: [],
    cost: [],
    unrealized: [],
    realized: [],
    base: {
      currency: 'EUR',
      value: '1',
      cash: '0',
      wealth: '1',
      cost: '1',
      unrealized: '0',
      realized: '0',
      rates: [{ currency: 'USD', date: '2026-01-02', stale }],
    },
  } as unknown as Portfolio['totals'],
  problems: [],
});

test('rates of these days need nothing', () => {
  expect(rateHintLines(host(true), rated(false))).toEqual([]);
});

test('where rates are old or lack, a connection that has them is to be synced', () => {
  expect(rateHintLines(host(true), rated(true)).join()).toContain('bourse sync central-bank');
  const lacking = { ...rated(false), problems: [{ code: 'RATE_MISSING', message: '' }] };
  expect(rateHintLines(host(true), lacking as never).join()).toContain('bourse sync central-bank');
});

test('without such a connection, a plugin that could be one is named, and without that nothing', () => {
  expect(rateHintLines(host(false), rated(true)).join()).toContain('bourse connect central-bank');
  expect(rateHintLines(host(false, false), rated(true))).toEqual([]);
});
