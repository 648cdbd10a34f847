import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { defineEmulator, json, text, UndocumentedRequest } from '@bourse/sdk/emulator';

export const API_ORIGIN = 'https://api.acme.example';
export const SOCKET_ORIGIN = 'wss://stream.acme.example';

/** 2 KB. */
const PRICES = JSON.stringify({
  prices: Array.from({ length: 25 }, (_, index) => ({
    symbol: `ACME${String(index).padStart(4, '0')}`,
    last: `${100 + index}.25`,
    currency: 'EUR',
    at: '2024-03-01T10:00:00Z',
  })),
});

const MINUTE_MS = 60_000;

export interface AcmeState {
  /** When each request came, in milliseconds of this process. */
  readonly arrivals: number[];
}

/** An institution of no name: prices with and without a signature, pages of trades, and ticks as fast as they are asked for. */
export const acme = defineEmulator({
  name: 'acme',
  origins: [API_ORIGIN, SOCKET_ORIGIN],
  credentials: { apiKey: 'bench-key-0123456789', apiSecret: 'b'.repeat(32) + '0123456789abcdef'.repeat(2) },
  scenario: () => ({}),
  state: (): AcmeState => ({ arrivals: [] }),
  routes: [
    {
      method: 'GET',
      path: '/prices',
      answer: (_, { state }) => {
        state.arrivals.push(performance.now());
        return text(PRICES, { headers: { 'content-type': 'application/json' } });
      },
    },
    {
      method: 'GET',
      path: '/signed',
      answer: (call, { state, credentials: { apiSecret = '' } }) => {
        state.arrivals.push(performance.now());
        const signed = `${call.header('acme-time') ?? ''}GET${call.target}`;
        const expected = createHmac('sha512', apiSecret).update(signed).digest('hex');
        if (call.header('acme-signature') !== expected) throw new UndocumentedRequest('a wrong signature');
        return text(PRICES, { headers: { 'content-type': 'application/json' } });
      },
    },
    {
      method: 'GET',
      path: '/trades',
      answer: async ({ query }) => {
        const [from = 0, total = 0, page = 0, waitMs = 0] = ['from', 'total', 'page', 'wait'].map((name) =>
          Number(query.get(name)),
        );
        if (waitMs > 0) await wait(waitMs);
        const length = Math.max(0, Math.min(page, total - from));
        return json(Array.from({ length }, (_, index) => tradeOf(from + index)));
      },
    },
  ],
  sockets: [
    {
      origin: SOCKET_ORIGIN,
      path: '/ticks',
      open: (connection) => {
        const [perSecond, seconds] = ['rate', 'seconds'].map((name) =>
          Number(connection.call.query.get(name)),
        ) as [number, number];
        const began = performance.now();
        let sent = 0;
        const timer = setInterval(() => {
          const due = Math.min(seconds, (performance.now() - began) / 1_000) * perSecond;
          for (; sent < due; sent += 1) connection.sendJson({ n: sent, at: Date.now() });
          if (sent === seconds * perSecond) connection.close();
        }, 1);
        return { close: () => clearInterval(timer) };
      },
    },
  ],
});

function tradeOf(number: number): object {
  const at = new Date(Date.UTC(2016, 0, 4, 9) + number * 37 * MINUTE_MS).toISOString();
  return {
    id: `T${number}`,
    symbol: `ACME${String(number % 300).padStart(4, '0')}`,
    side: number % 3 === 2 ? 'SELL' : 'BUY',
    quantity: 1 + (number % 40),
    cents: 1_000 + ((number * 7_919) % 9_000),
    at,
  };
}
