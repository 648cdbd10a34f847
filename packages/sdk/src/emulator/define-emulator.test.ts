import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { acme, type AcmeScenario } from './fixtures/acme-emulator.js';
import type { RunningEmulator } from './running-emulator.js';

type Running = Awaited<ReturnType<typeof acme.start>>;
let running: Running;

beforeEach(async () => {
  running = await acme.start({ clock: () => Date.parse('2026-03-01T10:00:00Z') });
});

afterEach(() => running.close());

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(running.baseUrl + path, init);

test('each origin has a URL on loopback; one host has one port', () => {
  const { origins, baseUrl } = running;
  expect(Object.keys(origins)).toEqual(acme.origins);
  expect(origins['https://api.acme.example']).toBe(baseUrl);
  expect(origins['wss://api.acme.example']).toBe(baseUrl.replace('http:', 'ws:'));
  expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(origins['https://files.acme.example']).not.toBe(baseUrl);
});

test('a path belongs to one origin', async () => {
  const files = running.origins['https://files.acme.example'] ?? '';
  expect(await (await fetch(`${files}/all.csv`)).text()).toBe('a,b\n');
  expect((await get('/all.csv')).status).toBe(501);
});

test('what a test changes in the scenario shows in the next answer, and in no other run', async () => {
  running.scenario.cash = '7.50';
  expect(await (await get('/v1/EUR/cash')).json()).toMatchObject({ EUR: '7.50' });
  const other: RunningEmulator<AcmeScenario, unknown> = await acme.start();
  expect(other.scenario.cash).toBe('100.00');
  await other.close();
});

test('a route sees the wire: target, parameters of the path, matrix parameters', async () => {
  const path = '/v1/a%2Fb;session=none/cash?x=%7e+1';
  expect((await get(path)).status).toBe(401);
  const answer = await get('/v1/a%2Fb/cash?x=%7e+1');
  expect(await answer.json()).toEqual({ 'a/b': '100.00', target: '/v1/a%2Fb/cash?x=%7e+1' });
});

test('the clock is the one that was given, in answers and in their date', async () => {
  const answer = await get('/v1/time');
  expect(await answer.json()).toEqual({ now: Date.parse('2026-03-01T10:00:00Z') });
  expect(answer.headers.get('date')).toBe('Sun, 01 Mar 2026 10:00:00 GMT');
});

test('the same seed draws the same tokens; what is issued is listed', async () => {
  const login = async (emulator: Running): Promise<unknown> => {
    const body = new URLSearchParams({ key: 'test-key' });
    return (await fetch(`${emulator.baseUrl}/v1/login`, { method: 'POST', body })).json();
  };
  const first = await login(running);
  const again = await acme.start();
  const other = await acme.start({ seed: 2 });
  expect(await login(again)).toEqual(first);
  expect(await login(other)).not.toEqual(first);
  expect(running.issued).toEqual([{ name: 'session', value: (first as { session: string }).session }]);
  await Promise.all([again.close(), other.close()]);
});

test('credentials can be replaced, such as by marked ones', async () => {
  const marked = await acme.start({ credentials: { apiKey: 'marked' } });
  const login = async (key: string): Promise<Response> =>
    fetch(`${marked.baseUrl}/v1/login`, { method: 'POST', body: new URLSearchParams({ key }) });
  expect(marked.credentials).toEqual({ apiKey: 'marked' });
  expect((await login('test-key')).status).toBe(401);
  const answer = await login('marked');
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^sid=[0-9a-f]{16}; Path/),
    'theme=dark',
  ]);
  await marked.close();
});

describe('the journal', () => {
  test('has every request with the verdict on who called', async () => {
    await get('/v1/login?a=1&a=%20', { method: 'POST', body: 'key=nobody', headers: { 'X-Custom': 'One' } });
    const [entry] = running.journal.of('POST /v1/login');
    expect(entry).toMatchObject({
      sequence: 1,
      at: Date.parse('2026-03-01T10:00:00Z'),
      method: 'POST',
      origin: 'https://api.acme.example',
      path: '/v1/login',
      target: '/v1/login?a=1&a=%20',
      query: [
        ['a', '1'],
        ['a', ' '],
      ],
      status: 401,
      verdict: { signature: 'invalid' },
      faults: [],
    });
    expect(Buffer.from(entry?.body ?? []).toString()).toBe('key=nobody');
    expect(entry?.headers.map(([name]) => name.toLowerCase())).toContain('x-custom');
    running.journal.expectClean();
  });

  test('an unknown path is answered 501 and makes it unclean', async () => {
    expect((await get('/v1/unknown')).status).toBe(501);
    expect(() => running.journal.expectClean()).toThrow(/GET \/v1\/unknown/);
    running.journal.clear();
    running.journal.expectClean();
  });

  test('a known path with another method is unknown', async () => {
    expect((await get('/v1/rows', { method: 'DELETE' })).status).toBe(501);
  });

  test('an undocumented request gets the answer of the institution and makes it unclean', async () => {
    expect((await get('/v1/rows?size=2')).status).toBe(400);
    expect(() => running.journal.expectClean()).toThrow('rows (/v1/rows?size=2): no parameter "size"');
  });

  test('a failure of the emulator itself makes it unclean', async () => {
    expect((await get('/v1/broken')).status).toBe(500);
    expect(() => running.journal.expectClean()).toThrow(/the emulator failed: Error: a bug/);
  });
});

test('closing twice is the same as once, and frees the port', async () => {
  await running.close();
  await running.close();
  await expect(get('/v1/rows')).rejects.toThrow();
});

test('a port that was asked for is taken, and the next host gets the next one', async () => {
  const port = Number(new URL(running.baseUrl).port);
  await running.close();
  const second = await acme.start({ port });
  expect(second.baseUrl).toBe(`http://127.0.0.1:${port}`);
  expect(second.origins['https://files.acme.example']).toBe(`http://127.0.0.1:${port + 1}`);
  await second.close();
});
