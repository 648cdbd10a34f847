import { afterEach, describe, expect, test } from '@jest/globals';
import { defineDataProvider } from '../data-provider/define-data-provider.js';
import { mockHost, type MockHost } from './mock-host.js';
import type { NetworkScript } from './scripted-network.js';

const plugin = defineDataProvider({
  activate: ({ storage }) => ({
    rates: {
      listFxRates: async ({ since = '2026-01-01' }) => {
        const answer = await fetch(`https://rates.acme.example/${since}`, {
          headers: { accept: 'text/csv' },
        });
        await storage?.set('last', since);
        return { items: (await answer.json()) as never };
      },
    },
    stream: {
      subscribeQuotes: async function* () {
        yield { wrong: true } as never;
      },
    },
  }),
});

const rate = { base: 'EUR', quote: 'USD', rate: '1.1', source: 'REFERENCE', date: '2026-01-01' };

let host: MockHost;
const start = (network: NetworkScript): MockHost =>
  (host = mockHost({ plugin, network, storage: { first: 1 } }));

afterEach(() => host.deactivate());

describe('a scripted network', () => {
  test('answers in place of the real one and records what it was asked', async () => {
    const real = globalThis.fetch;
    start(() => ({ body: [rate] }));
    await expect(host.call('rates', 'listFxRates')).resolves.toEqual({ items: [rate] });
    const [request] = host.network?.requests ?? [];
    expect([request?.method, request?.url.pathname, request?.headers.get('accept')]).toEqual([
      'GET',
      '/2026-01-01',
      'text/csv',
    ]);
    expect(host.storage?.values).toEqual({ first: 1, last: '2026-01-01' });
    await host.deactivate();
    expect(globalThis.fetch).toBe(real);
  });

  test('replays exchanges in their order and tells what differs', async () => {
    start([
      { request: 'GET https://rates.acme.example/2026-01-01', answer: { body: [] } },
      { request: 'GET https://rates.acme.example/2026-01-02', answer: { body: [] } },
    ]);
    await host.call('rates', 'listFxRates');
    expect(host.network?.missing).toHaveLength(1);
    await expect(host.call('rates', 'listFxRates', { since: '2026-01-03' })).rejects.toThrow(
      'request 2 was expected to be: GET https://rates.acme.example/2026-01-02; the plugin asked: GET https://rates.acme.example/2026-01-03',
    );
  });

  test('fails as the host would', async () => {
    start(() => ({
      problem: { code: 'RATE_LIMITED', message: 'slow down', retryAt: '2026-01-01T00:00:00Z' },
    }));
    await expect(host.call('rates', 'listFxRates')).rejects.toMatchObject({
      name: 'TypeError',
      code: 'RATE_LIMITED',
      retry: 'safe',
      retryAt: '2026-01-01T00:00:00Z',
    });
  });

  test('lets nothing through that breaks the contract', async () => {
    start(() => ({ body: [{ ...rate, source: 'EXECUTED' }] }));
    const malformed = { code: 'MALFORMED_RESPONSE' };
    await expect(host.call('rates', 'listFxRates')).rejects.toMatchObject(malformed);
    await expect(host.call('rates', 'listFxRates', { since: 'yesterday' })).rejects.toMatchObject(malformed);
    await expect(host.call('quote', 'getQuotes', { instruments: [] })).rejects.toMatchObject({
      code: 'SERVICE_NOT_OFFERED',
    });
    const instruments = [{ kind: 'EQUITY', name: 'Acme' }];
    await expect(host.stream('stream', 'subscribeQuotes', { instruments }).next()).rejects.toMatchObject(
      malformed,
    );
  });
});
