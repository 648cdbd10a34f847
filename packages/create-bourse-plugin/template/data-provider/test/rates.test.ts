import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Page, RatesRequest, ReferenceRate } from '@bourse/sdk';
import { json } from '@bourse/sdk/emulator';
import type { MockHost } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import { startHost, type Running } from './through-emulator.js';

let running: Running;
let host: MockHost;

beforeEach(async () => {
  running = await emulator.start();
  host = startHost(running);
});

afterEach(async () => {
  await host.deactivate();
  running.journal.expectClean();
  await running.close();
});

async function readAll(request: RatesRequest): Promise<ReferenceRate[]> {
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

test('the rates of a day are reference rates in euros', async () => {
  expect(await readAll({ since: '2026-03-02', until: '2026-03-02' })).toContainEqual({
    base: 'EUR',
    quote: 'USD',
    rate: '1.085',
    source: 'REFERENCE',
    date: '2026-03-02',
  });
});

test('a year comes page by page, and days without rates have none', async () => {
  const rates = await readAll({ since: '2025-01-01', until: '2025-12-31' });
  expect(rates).toHaveLength(261 * 3);
  expect(rates.filter(({ date }) => date === '2025-01-04')).toEqual([]);
});

test('a currency that ISO 4217 does not list is left out', async () => {
  running.scenario.rates = { QQQ: '2', USD: '1.1' };
  const rates = await readAll({ since: '2026-03-02', until: '2026-03-02' });
  expect(rates.map(({ quote }) => quote)).toEqual(['USD']);
});

test.each([
  //#if credentials
  [{ kind: 'answer', answer: json({}, { status: 401 }) } as const, 'AUTH_INVALID'],
  //#end
  [{ kind: 'rateLimit', retryAfter: 7 } as const, 'RATE_LIMITED'],
  [{ kind: 'serverError' } as const, 'UNAVAILABLE'],
  [{ kind: 'reset' } as const, 'UNAVAILABLE'],
  [{ kind: 'maintenance' } as const, 'MAINTENANCE'],
  [{ kind: 'truncate', afterBytes: 10 } as const, 'MALFORMED_RESPONSE'],
  [{ kind: 'answer', answer: json({ rates: 1, nextPage: null }) } as const, 'MALFORMED_RESPONSE'],
])('%j is %s, and the next request works', async (fault, code) => {
  const day = { since: '2026-03-02', until: '2026-03-02' };
  running.faults.inject(fault);
  await expect(readAll(day)).rejects.toMatchObject({ code });
  expect(await readAll(day)).toHaveLength(3);
});

test('a cursor that it never gave is refused', async () => {
  await expect(readAll({ cursor: 'x' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
});
