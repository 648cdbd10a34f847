import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { emulator } from '../index.js';
import { findElements } from '../life/element.js';
import { readNewYorkTime } from '../life/new-york-time.js';
import { baseString, readAuthorization } from './oauth/authorization.js';
import { decryptSecret } from './oauth/decrypt-secret.js';
import { ACCESS_TOKEN_SECRET, ENCRYPTION_KEY, PLAIN_SECRET } from './oauth/test-keys.js';
import { publish } from './stream.js';
import { PortalClient } from './testing/portal-client.js';

type Running = Awaited<ReturnType<typeof emulator.start>>;
type Rows = Record<string, unknown>[];

let running: Running;
let client: PortalClient;
let now: number;

const portalUrl = (): string => running.origins['https://api.ibkr.com'] ?? '';
const makeClient = (credentials: Record<string, string> = {}): PortalClient =>
  new PortalClient({
    baseUrl: portalUrl(),
    credentials: { ...running.credentials, ...credentials },
    now: () => now,
  });
const verdicts = (): unknown[] => running.journal.entries.map(({ verdict }) => verdict);

beforeEach(async () => {
  now = Date.parse('2024-03-21T20:00:00Z');
  running = await emulator.start({ clock: () => now });
  client = makeClient();
});

afterEach(() => running.close());

/** Logs in and opens the brokerage session. */
async function open(): Promise<void> {
  await client.logIn();
  await client.ask('POST', '/iserver/auth/ssodh/init', { publish: true, compete: true });
}

describe('the login', () => {
  // Seeds lead to shared numbers with and without a leading zero.
  test.each([1, 2, 3, 4, 5, 6])('gives both sides one token: seed %i', async (seed) => {
    await running.close();
    running = await emulator.start({ clock: () => now, seed });
    client = makeClient();
    expect(await client.logIn()).toBe(true);
    expect(verdicts()).toEqual([{ signature: 'valid' }]);
    expect(running.issued.map(({ name }) => name)).toEqual(['liveSessionToken', 'session']);
  });

  test.each([
    ['consumerKey', 'OTHERKEY1', 'the consumer key is wrong'],
    ['accessToken', '00', 'the access token is wrong'],
    ['signatureKey', ENCRYPTION_KEY, 'the signature is wrong'],
  ])('is refused with another %s', async (name, value, reason) => {
    client = makeClient({ [name]: value });
    await client.logIn();
    expect(verdicts()).toEqual([{ signature: 'invalid', reason }]);
    expect(running.journal.entries[0]?.status).toBe(401);
  });

  test('is refused with a clock that is off by more than the tolerance', async () => {
    const late = new PortalClient({
      baseUrl: portalUrl(),
      credentials: running.credentials,
      now: () => now - 301_000,
    });
    await late.logIn();
    expect(verdicts()).toEqual([{ signature: 'invalid', reason: 'the time is off' }]);
  });

  test('the secret of the access token is what was encrypted', () => {
    expect(decryptSecret(ENCRYPTION_KEY, ACCESS_TOKEN_SECRET).toString('hex')).toBe(PLAIN_SECRET);
  });
});

describe('a signature', () => {
  test('is made over the method, the URL and all parameters in their order', () => {
    const url = new URL('https://api.ibkr.com/v1/api/iserver/marketdata/snapshot?fields=31,84&conids=265598');
    expect(baseString('GET', url, { oauth_nonce: 'abc', oauth_token: 't' })).toBe(
      'GET&https%3A%2F%2Fapi.ibkr.com%2Fv1%2Fapi%2Fiserver%2Fmarketdata%2Fsnapshot&' +
        'conids%3D265598%26fields%3D31%2C84%26oauth_nonce%3Dabc%26oauth_token%3Dt',
    );
  });

  test.each([
    'Bearer x',
    'OAuth realm="r", a=b',
    'OAuth a="1", a="2"',
    'OAuth realm="r", oauth_signature="%zz"',
  ])('is not in the header %j', (header) => {
    expect(readAuthorization(header)).toBeUndefined();
  });

  test('may be over the loopback address, of which the journal tells, and over no third one', async () => {
    const sign = async (signedOrigin: string): Promise<unknown[]> => {
      const options = {
        baseUrl: portalUrl(),
        credentials: running.credentials,
        now: () => now,
        signedOrigin,
      };
      const other = new PortalClient(options);
      await other.logIn();
      await other.ask('POST', '/tickle');
      return verdicts().slice(-2);
    };
    const reason = 'signed for the loopback address';
    expect(await sign(portalUrl())).toEqual(Array(2).fill({ signature: 'valid', reason }));
    const byName = portalUrl().replace('127.0.0.1', 'localhost');
    expect(await sign(byName)).toEqual(Array(2).fill({ signature: 'valid', reason }));
    expect(await sign('https://api.acme.example')).toMatchObject(Array(2).fill({ signature: 'invalid' }));
  });

  test('stands in the header in any order, with or without blanks', () => {
    expect(readAuthorization('OAuth b="2",oauth_signature="x%3D", a="1",  realm="r"')).toEqual({
      realm: 'r',
      signature: 'x=',
      parameters: { a: '1', b: '2' },
    });
  });

  test('is good for one request', async () => {
    await client.logIn();
    await client.ask('POST', '/tickle');
    const [, used] = running.journal.entries;
    const authorization = new Map(used?.headers).get('authorization') ?? '';
    const again = await fetch(`${portalUrl()}/v1/api/tickle`, { method: 'POST', headers: { authorization } });
    expect(again.status).toBe(401);
    expect(verdicts().at(-1)).toEqual({ signature: 'invalid', reason: 'the nonce was used before' });
  });

  test('is bad once the token has expired, or the session has ended', async () => {
    await client.logIn();
    now += 24 * 3_600_000;
    expect((await client.ask('POST', '/tickle')).status).toBe(401);
    await client.logIn();
    expect((await client.ask('POST', '/tickle')).status).toBe(200);
    running.faults.inject('portalSessionEnds');
    expect((await client.ask('POST', '/tickle')).status).toBe(401);
  });
});

test('the brokerage session is what /iserver needs, and it competes with another one', async () => {
  await client.logIn();
  expect((await client.ask('GET', '/iserver/accounts')).status).toBe(401);
  running.scenario.portal.isCompeting = true;
  expect(await client.json('POST', '/iserver/auth/ssodh/init', { publish: true })).toMatchObject({
    authenticated: false,
    competing: true,
  });
  expect(
    await client.json('POST', '/iserver/auth/ssodh/init', { publish: true, compete: true }),
  ).toMatchObject({
    authenticated: true,
  });
  expect(await client.json('GET', '/iserver/accounts')).toMatchObject({ accounts: ['U7654321'] });
  running.faults.inject('brokerageSessionEnds');
  expect((await client.ask('GET', '/iserver/accounts')).status).toBe(401);
});

describe('accounts', () => {
  test('have to be listed before anything of them is shown', async () => {
    await open();
    expect((await client.ask('GET', '/portfolio/U7654321/ledger')).status).toBe(400);
    expect(await client.json('GET', '/portfolio/accounts')).toMatchObject([
      { accountId: 'U7654321', currency: 'EUR', type: 'INDIVIDUAL' },
    ]);
    expect(await client.json('GET', '/portfolio/U7654321/ledger')).toMatchObject({
      EUR: { cashbalance: 468.57, exchangerate: 1 },
      USD: { cashbalance: 3649.26, exchangerate: 0.9626 },
      BASE: { cashbalance: 3981.347676 },
    });
    expect((await client.ask('GET', '/portfolio/U1/ledger')).status).toBe(400);
    running.journal.expectClean();
  });

  test('have positions in pages of 100, thin at first', async () => {
    const [position] = findElements(running.scenario.life, 'OpenPosition');
    const section = findElements(running.scenario.life, 'OpenPositions')[0];
    const many = Array.from({ length: 250 }, (_, index) => ({
      name: 'OpenPosition',
      attributes: { ...position?.attributes, conid: String(index + 1) },
      children: [],
    }));
    Object.assign(section ?? {}, { children: many });
    await open();
    await client.ask('GET', '/portfolio/accounts');
    const thin = (await client.json('GET', '/portfolio/U7654321/positions/0')) as Rows;
    expect(thin[0]).not.toHaveProperty('ticker');
    const pages: Rows[] = [];
    for (const page of [0, 1, 2, 3])
      pages.push((await client.json('GET', `/portfolio/U7654321/positions/${page}`)) as Rows);
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 50, 0]);
    expect(pages[0]?.[0]).toMatchObject({ conid: 1, ticker: 'AAPL', isin: 'US0378331005' });
    expect((await client.json('GET', '/portfolio2/U7654321/positions')) as Rows).toHaveLength(250);
  });
});

describe('trades', () => {
  test.each([
    [1, []],
    [2, [3]],
    [7, [2500, 3]],
  ])('of %i days', async (days, sizes) => {
    await open();
    const trades = (await client.json('GET', `/iserver/account/trades?days=${days}`)) as Rows;
    expect(trades.map(({ size }) => size)).toEqual(sizes);
  });

  test('carry the id of the execution that the statement has', async () => {
    await open();
    const [, trade] = (await client.json('GET', '/iserver/account/trades?days=7')) as Rows;
    const told = findElements(running.scenario.life, 'Trade').find(
      ({ attributes }) => attributes.ibExecID === trade?.execution_id,
    );
    expect(trade).toMatchObject({
      side: 'B',
      price: '880.4',
      commission: '1',
      conid: 4815747,
      trade_time: '20240320-17:30:05',
    });
    expect(told?.attributes.dateTime).toBe('20240320;133005');
  });

  test.each(['0', '8', 'x'])('of %s days there are none', async (days) => {
    await open();
    expect((await client.ask('GET', `/iserver/account/trades?days=${days}`)).status).toBe(400);
  });

  test('New York has summer time from March on', () => {
    expect(readNewYorkTime('20240308;120000')).toBe(Date.parse('2024-03-08T17:00:00Z'));
    expect(readNewYorkTime('20240310;120000')).toBe(Date.parse('2024-03-10T16:00:00Z'));
  });
});

describe('prices', () => {
  test('of a snapshot come with the second call', async () => {
    await open();
    const path = '/iserver/marketdata/snapshot?conids=265598&fields=31,84,86';
    expect(await client.json('GET', path)).toEqual([
      { conid: 265598, conidEx: '265598', server_id: 'q0', _updated: now },
    ]);
    expect(await client.json('GET', path)).toMatchObject([{ 31: 'C250.42', 84: '250.41', 86: '250.43' }]);
  });

  test('of the past are there for each weekday', async () => {
    await open();
    const answer = await client.json('GET', '/iserver/marketdata/history?conid=265598&period=7d&bar=1d');
    expect(
      (answer as { data: Rows }).data.map(({ t }) => new Date(Number(t)).toISOString().slice(0, 10)),
    ).toEqual(['2024-03-15', '2024-03-18', '2024-03-19', '2024-03-20', '2024-03-21']);
  });

  test('of the past are given to five requests at a time', async () => {
    running.scenario.portal.maxHistories = 0;
    await open();
    expect((await client.ask('GET', '/iserver/marketdata/history?conid=265598')).status).toBe(429);
  });
});

test('who asks too fast is shut out for a while', async () => {
  await open();
  const statuses = [];
  for (const wait of [0, 0, 5_000, 600_000]) {
    now += wait;
    statuses.push((await client.ask('GET', '/portfolio/accounts')).status);
  }
  expect(statuses).toEqual([200, 429, 429, 200]);
});

test('an instrument says what it trades in', async () => {
  await open();
  expect(await client.json('GET', '/trsrv/secdef?conids=265598,1,496431486')).toMatchObject({
    secdef: [
      { conid: 265598, currency: 'USD', ticker: 'AAPL' },
      { conid: 496431486, currency: 'EUR', ticker: 'TTE' },
    ],
  });
  expect(await client.json('GET', '/iserver/exchangerate?source=USD&target=EUR')).toEqual({ rate: 0.9626 });
});

test('an instrument is found by its symbol, and in the accounts that have it', async () => {
  await open();
  await client.ask('GET', '/portfolio/accounts');
  expect(await client.json('GET', '/trsrv/stocks?symbols=AAPL,NOSUCH')).toEqual({
    AAPL: [
      {
        name: 'APPLE INC',
        chineseName: null,
        assetClass: 'STK',
        contracts: [{ conid: 265598, exchange: 'NASDAQ', isUS: true }],
      },
    ],
    NOSUCH: [],
  });
  const position = { conid: 265598, ticker: 'AAPL' };
  expect(await client.json('GET', '/portfolio/U7654321/position/265598')).toMatchObject([position]);
  expect(await client.json('GET', '/portfolio/positions/265598')).toMatchObject({ U7654321: [position] });
  expect(await client.json('GET', '/iserver/account/orders?filters=filled')).toEqual({
    orders: [],
    snapshot: true,
  });
  running.journal.expectClean();
});

test('the transactions of an instrument are its trades and dividends, without fees, once in 15 minutes', async () => {
  const body = { acctIds: ['U7654321'], conids: [265598], currency: 'USD', days: 365 };
  now = Date.parse('2024-12-31T20:00:00Z');
  await client.logIn();
  const { transactions } = (await client.json('POST', '/pa/transactions', body)) as { transactions: Rows };
  expect(transactions.map(({ type }) => type)).toEqual(expect.arrayContaining(['Buy', 'Dividend Payment']));
  const [bought] = transactions.filter(({ type }) => type === 'Buy');
  expect(bought).toMatchObject({
    cur: 'USD',
    conid: 265598,
    date: expect.stringMatching(/^\w{3} \w{3} \d\d 00:00:00 E[SD]T 2024$/),
  });
  now += 14 * 60_000;
  expect((await client.ask('POST', '/pa/transactions', body)).status).toBe(429);
});

describe('the stream', () => {
  const openSocket = async (cookie: string): Promise<{ socket: WebSocket; next: () => Promise<unknown> }> => {
    const url = `${running.origins['wss://api.ibkr.com'] ?? ''}/v1/api/ws?oauth_token=${running.credentials.accessToken ?? ''}`;
    const socket = new WebSocket(url, { headers: { cookie } });
    const messages: unknown[] = [];
    socket.addEventListener('message', ({ data }) => messages.push(JSON.parse(String(data))));
    await Promise.race([
      once(socket, 'open'),
      once(socket, 'close').then(() => Promise.reject(new Error('refused'))),
    ]);
    return {
      socket,
      next: async () => {
        while (messages.length === 0) await once(socket, 'message');
        return messages.shift();
      },
    };
  };

  test('tells prices of what was subscribed to until it is not any more', async () => {
    await open();
    const { session } = (await client.json('POST', '/tickle')) as { session: string };
    const { socket, next } = await openSocket(`api=${session}`);
    expect(await next()).toMatchObject({ topic: 'system' });
    expect(await next()).toMatchObject({ topic: 'sts', args: { authenticated: true } });
    socket.send('smd+265598+{"fields":["31"]}');
    expect(await next()).toMatchObject({ topic: 'smd+265598', 31: 'C250.42' });
    socket.send('umd+265598+{}');
    socket.send('tic');
    expect(await next()).toMatchObject({ topic: 'tic' });
    publish({ ...running, random: null, issue: null } as never);
    socket.send('tic');
    expect(await next()).toMatchObject({ topic: 'tic' });
    socket.close();
    running.journal.expectClean();
  });

  test('is refused without the session', async () => {
    await open();
    await expect(openSocket('api=0')).rejects.toThrow('refused');
  });
});
