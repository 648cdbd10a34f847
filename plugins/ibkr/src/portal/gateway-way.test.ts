import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeClock } from '@bourse/sdk/testing';
import { emulator } from '../../emulator/index.js';
import { installGateway } from '../../test/gateway.js';
import { createPortalServices } from './portal-services.js';

const AAPL = { kind: 'EQUITY', name: 'Apple', brokerId: '265598' } as const;

let running: Awaited<ReturnType<typeof emulator.start>>;
let services: ReturnType<typeof createPortalServices>;
let clock: FakeClock;
let uninstall: () => void;

beforeEach(async () => {
  clock = new FakeClock('2024-03-21T20:00:00Z');
  running = await emulator.start({ clock: () => clock.now });
  uninstall = installGateway(running);
  clock.install();
  services = start({ clientPortal: false, localGateway: true });
});

afterEach(async () => {
  clock.uninstall();
  uninstall();
  await running.close();
});

function start(switches: { clientPortal: boolean; localGateway: boolean }): typeof services {
  const quiet = (): void => {};
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const settings = { flexWebService: false, ...switches };
  return createPortalServices({ settings, log, signal: new AbortController().signal }, (milliseconds) =>
    clock.advance(milliseconds),
  );
}

const asked = (): string[] => running.journal.entries.map(({ method, path }) => `${method} ${path.slice(7)}`);

describe('the gateway on the user’s machine', () => {
  test('is asked the same as the institution, without keys and within its pace', async () => {
    expect(await services.authentication.logIn()).toEqual({ outcome: 'LOGGED_IN' });
    expect((await services.account.listAccounts({})).items).toMatchObject([{ id: 'U7654321' }]);
    expect((await services.portfolio.listPositions({})).items).toHaveLength(5);
    expect((await services.transaction.listTransactions({})).items).toHaveLength(1);
    expect((await services.cash.listCashMovements({})).items).toHaveLength(2);
    expect(await services.quote.getQuotes({ instruments: [AAPL] })).toMatchObject([{ bid: '250.41' }]);
    const request = {
      instrument: AAPL,
      interval: 'P1D',
      from: '2024-03-18T00:00:00Z',
      to: '2024-03-21T00:00:00Z',
    };
    for (let times = 0; times < 2; times += 1)
      expect((await services.history.listBars(request)).items).toHaveLength(3);
    const { entries } = running.journal;
    expect(new Set(entries.map(({ origin }) => origin))).toEqual(new Set(['loopback:5000']));
    expect(
      entries.flatMap(({ headers }) => headers.filter(([name]) => /^authorization$/i.test(name))),
    ).toEqual([]);
    expect(entries.length).toBeGreaterThan(10);
    const times = entries.map(({ at }) => at);
    for (const [index, at] of times.slice(10).entries())
      expect(at - (times[index] ?? 0)).toBeGreaterThan(1_000);
    running.journal.expectClean();
  });

  test('has a session that is the user’s, which is never ended here', async () => {
    await services.authentication.logIn();
    await services.authentication.logOut();
    expect(asked()).toEqual(['POST /iserver/auth/status']);
  });

  test('to which nobody is logged in says where to log in', async () => {
    running.scenario.gateway.login = 'none';
    await expect(services.authentication.logIn()).rejects.toMatchObject({
      code: 'AUTH_EXPIRED',
      message: 'Nobody is logged in to the Client Portal Gateway on this machine.',
      remedy: expect.stringContaining('https://localhost:5000'),
    });
    running.scenario.gateway.login = 'open';
    expect(await services.authentication.logIn()).toEqual({ outcome: 'LOGGED_IN' });
  });

  test('whose session is lost meanwhile says so, and goes on once the user has logged in', async () => {
    await services.account.listAccounts({});
    running.faults.inject('gatewaySessionEnds', { route: 'gateway GET /iserver/account/trades' });
    await expect(services.transaction.listTransactions({})).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });
    running.scenario.gateway.login = 'open';
    await clock.advance(60_000);
    expect((await services.transaction.listTransactions({})).items).toHaveLength(1);
    running.journal.expectClean();
  });

  test.each(['withoutBrokerage', 'lost'])('gets a brokerage session where there is none: %s', async (how) => {
    if (how === 'withoutBrokerage') running.scenario.gateway.login = 'withoutBrokerage';
    else running.faults.inject('gatewayBrokerageEnds', { route: 'gateway GET /iserver/account/trades' });
    expect((await services.transaction.listTransactions({})).items).toHaveLength(1);
    expect(asked()).toContain('POST /iserver/auth/ssodh/init');
    running.journal.expectClean();
  });

  test('leaves another session of the same user alone', async () => {
    running.scenario.gateway.isCompeting = true;
    await expect(services.authentication.logIn()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('Another session of the same user is open'),
      remedy: expect.stringContaining('Close it'),
    });
    expect(asked()).toEqual(['POST /iserver/auth/status']);
  });

  test('gives way to keys where both are switched on', async () => {
    const both = start({ clientPortal: true, localGateway: true });
    await both.account.listAccounts({});
    expect(new Set(running.journal.entries.map(({ origin }) => origin))).toEqual(
      new Set(['https://api.ibkr.com']),
    );
  });
});
