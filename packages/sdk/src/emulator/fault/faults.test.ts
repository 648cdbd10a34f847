import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { json } from '../call/answer.js';
import { acme } from '../fixtures/acme-emulator.js';

let running: Awaited<ReturnType<typeof acme.start>>;

beforeEach(async () => {
  running = await acme.start({ clock: () => 1_000_000 });
});

afterEach(() => running.close());

const get = (path = '/v1/rows'): Promise<Response> => fetch(running.baseUrl + path);

/** What arrives of a body before the connection is lost. */
function receive(path: string): Promise<{ announced: string | undefined; body: string; complete: boolean }> {
  return new Promise((resolve, reject) => {
    const sent = request(running.baseUrl + path, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('error', () => undefined);
      response.on('close', () =>
        resolve({ announced: response.headers['content-length'], body, complete: response.complete }),
      );
    });
    sent.on('error', reject).end();
  });
}

describe('when', () => {
  test('once, unless told otherwise', async () => {
    running.faults.inject({ kind: 'serverError' });
    expect((await get()).status).toBe(503);
    expect((await get()).status).toBe(200);
  });

  test('after so many requests of that route, so many times', async () => {
    running.faults.inject({ kind: 'serverError', status: 502 }, { route: 'rows', skip: 1, times: 2 });
    await get('/v1/time');
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await get()).status);
    expect(statuses).toEqual([200, 502, 502, 200]);
  });

  test('no more once it is taken back', async () => {
    const takeBack = running.faults.inject({ kind: 'serverError' }, { times: Infinity });
    expect((await get()).status).toBe(503);
    takeBack();
    expect((await get()).status).toBe(200);
    running.faults.inject({ kind: 'serverError' });
    running.faults.clear();
    expect((await get()).status).toBe(200);
  });

  test('never for a route or a name that is not there, which is said at once', () => {
    expect(() => running.faults.inject({ kind: 'reset' }, { route: 'row' })).toThrow(/no route "row".*rows/);
    expect(() => running.faults.inject('sleep')).toThrow(/no fault "sleep".*sessionExpiry/);
  });

  test('the journal says which faults took part', async () => {
    running.faults.inject({ kind: 'rateLimit' });
    await get();
    expect(running.journal.entries).toMatchObject([{ status: 429, faults: ['rateLimit'] }]);
    running.journal.expectClean();
  });
});

describe('in place of the answer', () => {
  test('429 with and without retry-after', async () => {
    running.faults.inject({ kind: 'rateLimit', retryAfter: 7 });
    running.faults.inject({ kind: 'rateLimit' }, { skip: 1 });
    const first = await get();
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
    const second = await get();
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, null]);
  });

  test('a maintenance page', async () => {
    running.faults.inject({ kind: 'maintenance' });
    const answer = await get();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('an answer of the test', async () => {
    running.faults.inject({ kind: 'answer', answer: json({ code: 9 }, { status: 418 }) });
    const answer = await get();
    expect([answer.status, await answer.json()]).toEqual([418, { code: 9 }]);
  });

  test('a reset connection', async () => {
    running.faults.inject({ kind: 'reset' });
    await expect(receive('/v1/rows')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(running.journal.entries).toMatchObject([{ status: undefined, faults: ['reset'] }]);
  });

  test('silence, until the client goes away', async () => {
    running.faults.inject({ kind: 'silence' }, { route: 'rows' });
    const leave = new AbortController();
    const answer = fetch(`${running.baseUrl}/v1/rows`, { signal: leave.signal });
    await get('/v1/time');
    leave.abort();
    await expect(answer).rejects.toThrow(/abort/);
  });
});

describe('to the answer', () => {
  test('JSON that does not end', async () => {
    running.faults.inject({ kind: 'malformedJson' });
    const body = await (await get()).text();
    expect(body).toMatch(/^\["one","two"\]/);
    expect(() => JSON.parse(body)).toThrow();
  });

  test('something else in it', async () => {
    running.faults.inject({ kind: 'rewrite', rewrite: (answer) => ({ ...answer, status: 206 }) });
    expect((await get()).status).toBe(206);
  });

  test('a page that comes twice', async () => {
    running.faults.inject({ kind: 'repeatAnswer' }, { route: 'rows', skip: 1 });
    const pages = [];
    for (const page of [0, 1, 1]) pages.push(await (await get(`/v1/rows?page=${page}`)).json());
    expect(pages).toEqual([['one', 'two'], ['one', 'two'], ['three']]);
  });

  test('a row that changes between two pages', async () => {
    running.faults.inject(
      { kind: 'change', change: ({ scenario }) => void scenario.rows.unshift('new') },
      { skip: 1 },
    );
    const pages = [];
    for (const page of [0, 1]) pages.push(await (await get(`/v1/rows?page=${page}`)).json());
    expect(pages).toEqual([
      ['one', 'two'],
      ['two', 'three'],
    ]);
  });

  test('a session that ends after n calls, by the name that the definition gave it', async () => {
    running.state.sessions.add('s');
    running.faults.inject('sessionExpiry', { skip: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await get('/v1/EUR;session=s/cash')).status);
    expect(statuses).toEqual([200, 200, 401]);
  });

  test('a clock that is off', async () => {
    running.faults.inject({ kind: 'clockSkew', milliseconds: 120_000 });
    const answer = await get('/v1/time');
    expect(await answer.json()).toEqual({ now: 1_120_000 });
    expect(answer.headers.get('date')).toBe(new Date(1_120_000).toUTCString());
    expect(await (await get('/v1/time')).json()).toEqual({ now: 1_000_000 });
  });

  test('latency', async () => {
    running.faults.inject({ kind: 'latency', milliseconds: 5 });
    expect((await get()).status).toBe(200);
    expect(running.journal.entries).toMatchObject([{ faults: ['latency'] }]);
  });
});

describe('to its bytes', () => {
  const whole = '["one","two"]';

  test.each([0, 1, 12])('lost after %i of them', async (afterBytes) => {
    running.faults.inject({ kind: 'drop', afterBytes });
    expect(await receive('/v1/rows')).toEqual({
      announced: String(whole.length),
      body: whole.slice(0, afterBytes),
      complete: false,
    });
  });

  test('truncated, as if that were all', async () => {
    running.faults.inject({ kind: 'truncate', afterBytes: 6 });
    expect(await receive('/v1/rows')).toEqual({ announced: '6', body: '["one"', complete: true });
  });

  test('in slow pieces', async () => {
    running.faults.inject({ kind: 'slow', bytes: 5, milliseconds: 1 });
    expect(await (await get()).text()).toBe(whole);
  });
});
