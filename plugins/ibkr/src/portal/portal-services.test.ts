import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PluginStorage } from '@bourse/sdk';
import { FakeClock, mockHost } from '@bourse/sdk/testing';
import { readFileSync } from 'node:fs';
import { emulator } from '../../emulator/index.js';
import { installGateway } from '../../test/gateway.js';
import { plugin } from '../plugin.js';
import { createPortalServices } from './portal-services.js';

const NOW = '2024-03-21T20:00:00Z';
const AAPL = { kind: 'EQUITY', name: 'Apple', brokerId: '265598' } as const;
const host = mockHost({ plugin, institution: 'Interactive Brokers' });

let running: Awaited<ReturnType<typeof emulator.start>>;
let services: ReturnType<typeof createPortalServices>;
let clock: FakeClock;
let uninstall: () => void;
let warnings: string[];

beforeEach(async () => {
  clock = new FakeClock(NOW);
  running = await emulator.start({ clock: () => clock.now });
  uninstall = installGateway(running);
  clock.install();
  warnings = [];
  services = start();
});

afterEach(async () => {
  clock.uninstall();
  uninstall();
  await running.close();
});

function start(
  settings = { flexWebService: false, clientPortal: true, localGateway: false },
  storage?: PluginStorage,
): typeof services {
  const log = {
    debug: () => {},
    info: () => {},
    warn: (line: string) => void warnings.push(line),
    error: () => {},
  };
  const { signal } = new AbortController();
  const context = { settings, log, signal, ...(storage === undefined ? {} : { storage }) };
  return createPortalServices(context, (milliseconds) => clock.advance(milliseconds));
}

const asked = (): string[] => running.journal.entries.map(({ method, path }) => `${method} ${path.slice(7)}`);
const assembled = (parts: object) => host.assemble('api', [parts, { rowsTotal: 0 }]);

describe('the login', () => {
  test('opens both sessions and says when they end', async () => {
    expect(await services.authentication.logIn()).toEqual({
      outcome: 'LOGGED_IN',
      expiresAt: '2024-03-22T20:00:00.000Z',
    });
    expect(asked()).toEqual(['POST /oauth/live_session_token', 'POST /iserver/auth/ssodh/init']);
    await services.authentication.logOut();
    expect(asked().at(-1)).toBe('POST /logout');
    running.journal.expectClean();
  });

  test('is not tried again where the keys are refused', async () => {
    uninstall();
    uninstall = installGateway({ ...running, credentials: { ...running.credentials, accessToken: 'other' } });
    await expect(services.authentication.logIn()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    expect(asked()).toHaveLength(1);
  });

  test('is followed by accounts no sooner than five seconds after those of another command', async () => {
    const kept = new Map<string, unknown>();
    const storage: PluginStorage = {
      get: async (key) => kept.get(key),
      set: async (key, value) => void kept.set(key, value),
      delete: async (key) => void kept.delete(key),
      list: async () => [...kept.keys()],
    };
    for (const command of [start(undefined, storage), start(undefined, storage)])
      expect((await command.account.listAccounts({})).items).toHaveLength(1);
    const [first, second] = running.journal.of('GET /portfolio/accounts').map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBe(5_000);
    running.journal.expectClean();
  });

  test('happens once more by itself where the session has ended', async () => {
    await services.account.listAccounts({});
    running.faults.inject('portalSessionEnds');
    await clock.advance(60_000);
    expect((await services.account.listAccounts({})).items).toHaveLength(1);
    expect(asked().filter((line) => line.endsWith('live_session_token'))).toHaveLength(2);
    running.faults.inject('portalSessionEnds', { times: Number.POSITIVE_INFINITY });
    await clock.advance(60_000);
    await expect(services.account.listAccounts({})).rejects.toMatchObject({
      code: 'AUTH_EXPIRED',
    });
  });
});

test('an account has its cash by currency, and all of it in the base currency', async () => {
  expect((await services.account.listAccounts({})).items).toEqual([
    {
      id: 'U7654321',
      name: 'Alex Example',
      baseCurrency: 'EUR',
      type: 'INDIVIDUAL',
      cash: [
        { amount: '468.57', currency: 'EUR' },
        { amount: '3649.26', currency: 'USD' },
      ],
      settledCash: [
        { amount: '468.57', currency: 'EUR' },
        { amount: '3649.26', currency: 'USD' },
      ],
      cashTotal: { amount: '3981.347676', currency: 'EUR' },
      equity: { amount: expect.stringMatching(/^\d+\.\d+$/), currency: 'EUR' },
      asOf: '2024-03-21T20:00:00.000Z',
    },
  ]);
});

test('positions are those of the statement, instrument by instrument', async () => {
  const { items } = await services.portfolio.listPositions({});
  const { positions } = await assembled({ positions: items });
  const told = await readDemo();
  const essence = (list: typeof positions) =>
    list.map(({ instrument, quantity, marketValue, currency }) => [
      instrument.brokerId,
      quantity,
      marketValue,
      currency,
    ]);
  expect(positions).toHaveLength(5);
  expect(essence(positions)).toEqual(essence(told.positions));
});

describe('trades', () => {
  test('are the same as in the statement: one execution, one fingerprint', async () => {
    const { items } = await services.transaction.listTransactions({});
    const [trade, ...others] = (await assembled({ transactions: items })).transactions;
    const told = (await readDemo()).transactions.find(
      ({ executionId }) => executionId === trade?.executionId,
    );
    expect(others).toEqual([]);
    expect(trade).toMatchObject({
      fingerprint: told?.fingerprint,
      netAmount: told?.netAmount,
      charges: told?.charges,
      tradedAt: expect.stringMatching(/^2024-03-20T17:30:05/),
      tradeDate: '2024-03-20',
    });
    expect(trade?.id).not.toBe(told?.id);
  });

  test('of currencies are two movements, with the fingerprints of the statement', async () => {
    const { items } = await services.cash.listCashMovements({});
    const { cashMovements } = await assembled({ cashMovements: items });
    const told = (await readDemo()).cashMovements.filter(({ fingerprint }) =>
      cashMovements.some((movement) => movement.fingerprint === fingerprint),
    );
    expect(cashMovements.map(({ money }) => `${money.amount} ${money.currency}`)).toEqual([
      '-2500 EUR',
      '2715.25 USD',
    ]);
    expect(told).toHaveLength(2);
  });

  test('of every week of the account have a counterpart in the statement', async () => {
    const { transactions } = await readDemo();
    const known = new Set(transactions.map(({ fingerprint }) => fingerprint));
    let found = 0;
    for (let week = 0; week < 52; week += 1) {
      clock.uninstall();
      clock = new FakeClock(
        new Date(Date.parse('2024-01-05T23:00:00Z') + week * 7 * 86_400_000).toISOString(),
      );
      clock.install();
      const { items } = await start().transaction.listTransactions({});
      for (const { fingerprint } of (await assembled({ transactions: items })).transactions) {
        found += 1;
        expect(known).toContain(fingerprint);
      }
    }
    // All but the option that expired, which was no execution.
    expect(found).toBe(transactions.length - 1);
  });

  test('are narrowed by account and booking date', async () => {
    const count = async (query: object) => (await services.transaction.listTransactions(query)).items.length;
    expect(await count({ accountId: 'U7654321', since: '2024-03-20', until: '2024-03-20' })).toBe(1);
    expect(await count({ accountId: 'U1' })).toBe(0);
    expect(await count({ since: '2024-03-21' })).toBe(0);
    expect(await count({ until: '2024-03-19' })).toBe(0);
    await expect(count({ cursor: 'x' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  test('are asked for once, though two lists are made of them', async () => {
    await services.transaction.listTransactions({});
    await services.cash.listCashMovements({});
    expect(asked().filter((line) => line.startsWith('GET /iserver/account/trades'))).toHaveLength(1);
  });

  test('of an instrument that nobody knows are left out and told of', async () => {
    running.faults.inject(
      { kind: 'rewrite', rewrite: (answer) => ({ ...answer, body: Buffer.from('{"secdef":[]}') }) },
      { route: 'GET /trsrv/secdef' },
    );
    expect((await services.transaction.listTransactions({})).items).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('its instrument is not known')]);
  });
});

describe('prices', () => {
  test('come with the second snapshot; the close of the day before is no last price', async () => {
    const quotes = await services.quote.getQuotes({
      instruments: [AAPL, { kind: 'EQUITY', name: 'nobody' }],
    });
    expect(quotes).toEqual([
      {
        instrument: expect.objectContaining({
          brokerId: '265598',
          symbol: 'AAPL',
          mic: 'XNAS',
          currency: 'USD',
        }),
        bid: '250.41',
        ask: '250.43',
        previousClose: '250.42',
        currency: 'USD',
        at: '2024-03-21T20:00:00.500Z',
        delay: 'DELAYED',
      },
    ]);
  });

  test('that never come are no quotes', async () => {
    running.scenario.portal.primingCalls = 99;
    expect(await services.quote.getQuotes({ instruments: [AAPL] })).toEqual([]);
  });

  test('of the past start in the span that is asked for', async () => {
    const request = {
      instrument: AAPL,
      interval: 'P1D',
      from: '2024-03-18T00:00:00Z',
      to: '2024-03-21T00:00:00Z',
    };
    const { items } = await services.history.listBars(request);
    expect(items.map(({ start }) => start.slice(0, 10))).toEqual(['2024-03-18', '2024-03-19', '2024-03-20']);
    await expect(services.history.listBars({ ...request, interval: 'P3D' })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  });
});

test('quotes are streamed, over another connection where one is lost', async () => {
  const restore = installSocket();
  const quotes = services.stream.subscribeQuotes({ instruments: [AAPL] })[Symbol.asyncIterator]();
  expect((await quotes.next()).value).toMatchObject({ bid: '250.41', previousClose: '250.42' });
  const next = quotes.next();
  running.disconnect();
  while (running.journal.of('WebSocket').length < 2) {
    await clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await next).value).toMatchObject({ bid: '250.41' });
  expect(running.journal.of('WebSocket')).toHaveLength(2);
  await quotes.return?.();
  running.journal.expectClean();
  restore();
});

describe('a bad day', () => {
  test.each([
    [{ kind: 'rateLimit' } as const, 'RATE_LIMITED'],
    [{ kind: 'serverError' } as const, 'UNAVAILABLE'],
    ['portalUnavailable', 'UNAVAILABLE'],
    [{ kind: 'maintenance' } as const, 'MAINTENANCE'],
    [{ kind: 'malformedJson' } as const, 'MALFORMED_RESPONSE'],
    [{ kind: 'truncate', afterBytes: 20 } as const, 'MALFORMED_RESPONSE'],
  ])('%j is told apart', async (fault, code) => {
    running.faults.inject(fault, { route: 'GET /portfolio/accounts' });
    await expect(services.account.listAccounts({})).rejects.toMatchObject({ code });
  });
});

test('nothing is asked where the user does not want it', async () => {
  const quiet = start({ flexWebService: true, clientPortal: false, localGateway: false });
  expect(await quiet.authentication.logIn()).toEqual({ outcome: 'LOGGED_IN' });
  await quiet.authentication.logOut();
  for (const list of [
    quiet.account.listAccounts,
    quiet.portfolio.listPositions,
    quiet.transaction.listTransactions,
  ])
    expect(await list({})).toEqual({ items: [] });
  expect(await quiet.quote.getQuotes({ instruments: [AAPL] })).toEqual([]);
  expect(asked()).toEqual([]);
});

/** Makes sockets do what the host does: it leads them to the emulator and places session and token. */
function installSocket(): () => void {
  const real = globalThis.WebSocket;
  globalThis.WebSocket = class extends real {
    constructor(url: string | URL) {
      const { pathname } = new URL(url);
      const token = running.credentials.accessToken ?? '';
      const cookie = `api=${running.state.portal.session?.sessionId ?? ''}`;
      const target = `${running.origins['wss://api.ibkr.com'] ?? ''}${pathname}?oauth_token=${token}`;
      super(target, { headers: { cookie } });
    }
  };
  return () => {
    globalThis.WebSocket = real;
  };
}

function readDemo() {
  const file = readFileSync(new URL('../../demo/ibkr-flex.xml', import.meta.url));
  const content = (async function* () {
    yield Uint8Array.from(file);
  })();
  const format = 'ibkr-flex-xml';
  const read = async function* () {
    const context = {
      settings: { flexWebService: false, clientPortal: false, localGateway: false },
      log: console,
    };
    const { statement } = await plugin.activate({ ...context, signal: new AbortController().signal });
    yield* statement?.read({ format, name: 'demo.xml', size: file.length, content }) ?? [];
  };
  return host.assemble(format, read());
}
