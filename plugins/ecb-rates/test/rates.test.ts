import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page, RatesRequest, ReferenceRate } from '@bourse/sdk';
import { mockHost, type MockHost } from '@bourse/sdk/testing';
import { strToU8, zipSync } from 'fflate';
import { emulator, type EcbScenario } from '../emulator/index.js';
import { plugin } from '../src/plugin.js';

const REAL_FETCH = globalThis.fetch;

let running: Awaited<ReturnType<typeof emulator.start>>;
let now = '';
const hosts: MockHost[] = [];

beforeEach(async () => {
  // A Friday, after the rates of the day were published.
  now = '2026-11-20T16:30:00Z';
  running = await emulator.start({ clock: () => Date.parse(now) });
  globalThis.fetch = (input, init) => {
    const { pathname, origin } = new URL(new Request(input).url);
    return REAL_FETCH((running.origins[origin] ?? '') + pathname, init);
  };
});

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.deactivate()));
  globalThis.fetch = REAL_FETCH;
  running.journal.expectClean();
  await running.close();
});

function open(format: 'csv' | 'xml'): MockHost {
  const host = mockHost({ plugin, settings: { format }, now });
  hosts.push(host);
  return host;
}

async function readAll(host: MockHost, request: RatesRequest = {}): Promise<ReferenceRate[]> {
  const items: ReferenceRate[] = [];
  let cursor: string | undefined;
  do {
    const page = (await host.call('rates', 'listFxRates', {
      ...request,
      ...(cursor === undefined ? {} : { cursor }),
    })) as Page<ReferenceRate>;
    items.push(...page.items);
    ({ cursor } = page);
  } while (cursor !== undefined);
  return items;
}

const files = (): (string | undefined)[] => running.journal.entries.map(({ route }) => route);
const today = (scenario: EcbScenario): Readonly<Record<string, string>> =>
  scenario.days.find(({ date }) => date === '2026-11-20')?.rates ?? {};

test.each(['csv', 'xml'] as const)('the rates of today come from the daily file (%s)', async (format) => {
  const rates = await readAll(open(format), { since: '2026-11-20' });
  expect(rates).toContainEqual({
    base: 'EUR',
    quote: 'USD',
    rate: today(running.scenario).USD,
    source: 'REFERENCE',
    date: '2026-11-20',
  });
  expect(files()).toEqual([format === 'csv' ? 'eurofxref.zip' : 'eurofxref-daily.xml']);
});

test('weeks come from the shorter history, by days that belong to the answer', async () => {
  const rates = await readAll(open('csv'), { since: '2026-11-13', until: '2026-11-16' });
  expect([...new Set(rates.map(({ date }) => date))]).toEqual(['2026-11-13', '2026-11-16']);
  expect(files()).toEqual(['eurofxref-hist-90d.xml']);
});

describe('the whole history', () => {
  test('is the same from CSV and XML, in pages of one download each', async () => {
    const csv = await readAll(open('csv'));
    const xml = await readAll(open('xml'));
    expect(csv.length).toBeGreaterThan(50_000);
    expect(xml).toEqual(csv);
    expect(files()).toEqual(['eurofxref-hist.zip', 'eurofxref-hist.xml']);
  });

  test('has no rates in gaps, after the end of a currency, and on days without any', async () => {
    const rates = await readAll(open('csv'), { since: '2008-12-01', until: '2023-01-31' });
    const datesOf = (code: string): string[] =>
      rates.filter(({ quote }) => quote === code).map(({ date }) => date);
    expect(datesOf('ISK').filter((date) => date > '2008-12-09')[0]).toBe('2018-02-01');
    expect(datesOf('RUB').at(-1)).toBe('2022-03-01');
    expect(datesOf('USD')).not.toContain('2008-12-25');
    expect(datesOf('USD')).not.toContain('2008-12-06');
  });
});

test.each([
  ['csv', '2026-11-20', 1],
  ['xml', '2026-11-16', 5],
] as const)(
  'rates in a currency that nobody knows are reported: %s since %s',
  async (format, since, count) => {
    running.scenario.days = running.scenario.days.map(({ date, rates }) => ({
      date,
      rates: { ...rates, XEU: '1.0' },
    }));
    const host = open(format);
    const { items, unclassified } = (await host.call('rates', 'listFxRates', {
      since,
    })) as Page<ReferenceRate>;
    expect(items.map(({ quote }) => quote)).toContain('USD');
    expect(items.map(({ quote }) => quote)).not.toContain('XEU');
    expect(unclassified).toMatchObject([{ text: `XEU: ${count} rates, ${since} to 2026-11-20` }]);
    const { health } = await host.activate();
    await expect(health?.()).resolves.toMatchObject({ metrics: { unknownCurrencies: 1 } });
  },
);

test('before four in the afternoon there are none of today', async () => {
  now = '2026-11-20T14:59:00Z';
  expect(await readAll(open('csv'), { since: '2026-11-20' })).toEqual([]);
});

test.each([
  [{ kind: 'maintenance' } as const, 'MAINTENANCE'],
  [{ kind: 'serverError' } as const, 'UNAVAILABLE'],
  [{ kind: 'rateLimit' } as const, 'RATE_LIMITED'],
  [{ kind: 'reset' } as const, 'UNAVAILABLE'],
  [{ kind: 'truncate', afterBytes: 100 } as const, 'MALFORMED_RESPONSE'],
])('%j is %s', async (fault, code) => {
  for (const format of ['csv', 'xml'] as const) {
    running.faults.inject(fault);
    await expect(readAll(open(format))).rejects.toMatchObject({ code });
  }
});

test('an archive without a CSV file is refused', async () => {
  const archive = zipSync({ 'readme.txt': strToU8('moved') });
  globalThis.fetch = async () => new Response(archive);
  await expect(readAll(open('csv'))).rejects.toMatchObject({
    code: 'MALFORMED_RESPONSE',
    message: expect.stringContaining('no CSV file'),
  });
});

test('a cursor of something else is refused', async () => {
  await expect(open('csv').call('rates', 'listFxRates', { cursor: 'x' })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
});
