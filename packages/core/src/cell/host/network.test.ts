import { beforeEach, describe, expect, test } from '@jest/globals';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { cellPool } from '../fixtures/cell-pool.js';
import { ScriptedNetwork } from '../fixtures/scripted-network.js';
import type { Cell } from './cell.js';
import type { NetworkAnswer } from './network-port.js';

const cellWith = cellPool();
let network: ScriptedNetwork;

beforeEach(() => {
  network = new ScriptedNetwork();
});

const RUN = `run: async ({ code }) => ({ value: await (0, eval)('(async () => (' + code + '))()') }), fail: async ({ code }) => (0, eval)('(async () => (' + code + '))()')`;

function start(apiVersion = '1.1.0'): Promise<Cell> {
  return cellWith(RUN, { apiVersion, network, now: () => 1_000 });
}

async function value(cell: Cell, code: string): Promise<unknown> {
  const answer = await cell.call('test', 'run', { code });
  return (answer as { value: unknown }).value;
}

async function* endless(signal: AbortSignal): AsyncGenerator<Uint8Array> {
  while (!signal.aborted) yield Buffer.alloc(65_536, 'x');
}

describe('a request of a plugin', () => {
  test('reaches the network as the plugin wrote it', async () => {
    const cell = await start();
    await value(
      cell,
      `fetch('https://API.acme.example/a?b=c#d', { method: 'post', headers: { 'X-One': '1' }, body: new URLSearchParams({ a: 'b' }) }).then((r) => r.status)`,
    );
    const [request] = network.requests;
    expect(request?.method).toBe('POST');
    expect(request?.url.href).toBe('https://api.acme.example/a?b=c');
    expect(request?.headers).toEqual([
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
      ['x-one', '1'],
    ]);
    expect(Buffer.from(request?.body ?? []).toString()).toBe('a=b');
  });

  test('gets head and body of the answer', async () => {
    network.answer = () => ({
      status: 404,
      headers: [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
        ['content-type', 'application/json'],
      ],
      body: '{"error":"é"}',
      url: new URL('https://b.example/elsewhere'),
    });
    const cell = await start();
    const code = `fetch('https://a.example').then(async (r) => [r.status, r.ok, r.url, r.redirected, r.headers.get('content-type'), r.headers.getSetCookie(), await r.json(), r.bodyUsed])`;
    await expect(value(cell, code)).resolves.toEqual([
      404,
      false,
      'https://b.example/elsewhere',
      true,
      'application/json',
      ['a=1', 'b=2'],
      { error: 'é' },
      true,
    ]);
  });

  test.each([
    ['json', `r.json()`, { a: 'é' }],
    ['text, twice', `Promise.all([r.clone().text(), r.text()])`, ['{"a":"é"}', '{"a":"é"}']],
    [
      'stream',
      `(async () => { let n = 0; for await (const piece of r.body) n += piece.length; return n })()`,
      10,
    ],
  ])('gets an answer that is there as a whole, and reads it as %s', async (_title, read, expected) => {
    const head = { status: 203, headers: [['x-a', 'b']] as [string, string][] };
    network.answer = () => ({ ...head, body: wholeOnly('{"a":"é"}') });
    const cell = await start();
    const code = `fetch('https://a.example/x').then(async (r) => [r.status, r.url, r.headers.get('x-a'), await (${read})])`;
    await expect(value(cell, code)).resolves.toEqual([203, 'https://a.example/x', 'b', expected]);
    network.answer = () => ({ body: wholeOnly('') });
    const empty = `fetch('https://a.example').then(async (r) => { for await (const piece of r.body) return piece; return r.status })`;
    await expect(value(cell, empty)).resolves.toBe(200);
  });

  test('gives up what is answered as a whole meanwhile, and asks for more than may be open', async () => {
    network.answer = () => ({ body: wholeOnly('x') });
    const cell = await start();
    const code = `(async () => { const all = []; for (let n = 0; n < 100; n += 1) { const c = new AbortController(); all.push(fetch('https://a.example/' + n, { signal: c.signal }).then((r) => r.text(), (e) => e.name)); if (n % 3 === 0) c.abort(); } return [...new Set(await Promise.all(all))] })()`;
    await expect(value(cell, code)).resolves.toEqual(['AbortError', 'x']);
    await expect(value(cell, `fetch('https://a.example').then((r) => r.text())`)).resolves.toBe('x');
  });

  test('sends a body of any length up to the limit, and no longer one', async () => {
    const cell = await start();
    const send = (bytes: number): string =>
      `fetch('https://a.example', { method: 'PUT', body: new Uint8Array(${bytes}).fill(7) }).then((r) => r.status, (e) => e.message)`;
    await expect(value(cell, send(1_048_576))).resolves.toBe(200);
    expect(Buffer.alloc(1_048_576, 7).equals(network.requests[0]?.body ?? new Uint8Array())).toBe(true);
    await expect(value(cell, send(1_048_577))).resolves.toContain('at most 1048576 bytes');
  });

  test.each([
    ['text', `(r) => r.text().then((text) => text.length)`],
    ['buffer', `(r) => r.arrayBuffer().then((buffer) => buffer.byteLength)`],
    ['stream', `async (r) => { let n = 0; for await (const piece of r.body) n += piece.length; return n }`],
    [
      'copy',
      `async (r) => { const copy = r.clone(); return (await copy.text()).length + (await r.text()).length - 1000000 }`,
    ],
  ])('reads a long answer whole as %s', async (_title, read) => {
    network.answer = () => ({ body: once(Buffer.alloc(1_000_000, 'x')) });
    await expect(value(await start(), `fetch('https://a.example').then(${read})`)).resolves.toBe(1_000_000);
  });

  test('that nobody reads on takes no more than the window from the network', async () => {
    let read = 0;
    network.answer = ({ signal }) => ({
      body: (async function* () {
        for await (const piece of endless(signal)) {
          read += 1;
          yield piece;
        }
      })(),
    });
    const cell = await start();
    await value(cell, `fetch('https://a.example').then((r) => { globalThis.kept = r; return 1 })`);
    await value(cell, '1');
    expect(read).toBeLessThanOrEqual(6);
  });

  test.each([
    [
      'a signal',
      `(async () => { const c = new AbortController(); const r = await fetch('https://a.example', { signal: c.signal }); c.abort(); return r.text().catch((e) => e.name) })()`,
      'AbortError',
    ],
    [
      'canceling the body',
      `fetch('https://a.example').then(async (r) => { await r.body.cancel(); return 'left' })`,
      'left',
    ],
    [
      'leaving its loop',
      `fetch('https://a.example').then(async (r) => { for await (const piece of r.body) return 'left' })`,
      'left',
    ],
  ])('given up by %s is given up in the network', async (_title, code, expected) => {
    network.answer = ({ signal }) => ({ body: endless(signal) });
    const cell = await start();
    await expect(value(cell, code)).resolves.toBe(expected);
    await value(cell, '1');
    expect(network.requests[0]?.signal.aborted).toBe(true);
  });

  test('given up before its answer rejects with the reason', async () => {
    network.answer = ({ signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('gone'))));
    const code = `fetch('https://a.example', { signal: AbortSignal.timeout(5) }).catch((e) => e.name)`;
    await expect(value(await start(), code)).resolves.toBe('TimeoutError');
  });

  test('waits while 32 others are open', async () => {
    const answers: (() => void)[] = [];
    let all = (): void => undefined;
    const full = new Promise<void>((resolve) => (all = resolve));
    network.answer = () =>
      new Promise((resolve) => {
        answers.push(() => resolve({}));
        if (answers.length === 32) all();
      });
    const cell = await start();
    const done = value(
      cell,
      `Promise.all(Array.from({ length: 40 }, (_, n) => fetch('https://a.example/' + n))).then((all) => all.length)`,
    );
    await full;
    await value(cell, '1');
    expect(answers).toHaveLength(32);
    network.answer = () => ({});
    for (const answer of answers) answer();
    await expect(done).resolves.toBe(40);
  });

  test('is given up with the call that made it, and with no other', async () => {
    const opened: (() => void)[] = [];
    network.answer = () => {
      opened.shift()?.();
      return new Promise(() => undefined);
    };
    const cell = await start();
    const ask = async (path: string): Promise<{ giveUp: () => void; outcome: Promise<unknown> }> => {
      const controller = new AbortController();
      const isOpen = new Promise<void>((resolve) => opened.push(resolve));
      const code = `fetch('https://a.example${path}').catch((e) => { (globalThis.seen ??= []).push(e.code) })`;
      const outcome = cell.call('test', 'run', { code }, { signal: controller.signal }).catch(codeOf);
      await isOpen;
      return { giveUp: () => controller.abort(), outcome };
    };
    const first = await ask('/1');
    const second = await ask('/2');
    first.giveUp();
    expect(await first.outcome).toBe('CALL_CANCELED');
    const aborted = (): unknown[] => network.requests.map(({ signal }) => signal.aborted);
    expect(aborted()).toEqual([true, false]);
    await expect(value(cell, 'globalThis.seen')).resolves.toEqual(['CALL_CANCELED']);
    second.giveUp();
    expect(await second.outcome).toBe('CALL_CANCELED');
    expect(aborted()).toEqual([true, true]);
  });

  test('goes on where its call has ended and left it', async () => {
    network.answer = () => new Promise(() => undefined);
    const cell = await start();
    await value(cell, `(fetch('https://a.example').catch(() => undefined), 1)`);
    await value(cell, '1');
    expect(network.requests.map(({ signal }) => signal.aborted)).toEqual([false]);
  });

  test('is over with the cell', async () => {
    const asked = new Promise<AbortSignal>((resolve) => {
      network.answer = ({ signal }) => {
        resolve(signal);
        return new Promise(() => undefined);
      };
    });
    const cell = await start();
    void cell.call('test', 'run', { code: `fetch('https://a.example')` }).catch(() => undefined);
    const signal = await asked;
    await cell.kill();
    expect(signal.aborted).toBe(true);
  });
});

describe('a request that the host refuses', () => {
  const refuse = (code: 'CREDENTIAL_MISSING' | 'RATE_LIMITED'): void => {
    network.answer = () => {
      throw new ProblemError({ code, message: 'no', retryAt: '2026-01-01T00:00:00Z' });
    };
  };

  test('rejects with the code of the problem', async () => {
    refuse('RATE_LIMITED');
    const code = `fetch('https://a.example').catch((e) => [e instanceof TypeError, e.code, e.message, e.retry, e.retryAt])`;
    await expect(value(await start(), code)).resolves.toEqual([
      true,
      'RATE_LIMITED',
      'no',
      'safe',
      '2026-01-01T00:00:00Z',
    ]);
  });

  test('ends the call in the words of the host, which the plugin cannot put in its mouth', async () => {
    const cell = await start();
    const forged = `Promise.reject(Object.assign(new Error('forged'), { code: 'CREDENTIAL_MISSING' }))`;
    await expect(cell.call('test', 'fail', { code: forged })).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
    });
    refuse('CREDENTIAL_MISSING');
    await expect(cell.call('test', 'fail', { code: `fetch('https://a.example')` })).rejects.toMatchObject({
      code: 'CREDENTIAL_MISSING',
      message: 'no',
    });
    await expect(cell.call('test', 'fail', { code: forged })).rejects.toMatchObject({ message: 'no' });
  });

  test('for a defect of the host tells nothing of it', async () => {
    network.answer = () => {
      throw new Error('secret detail');
    };
    const code = `fetch('https://a.example').catch((e) => [e.code, e.message])`;
    await expect(value(await start(), code)).resolves.toEqual([
      'INTERNAL_ERROR',
      'The host could not do what the plugin asked for.',
    ]);
  });

  test('in the middle of its answer fails the body', async () => {
    network.answer = () => ({
      body: (async function* () {
        yield Buffer.from('half');
        throw new ProblemError({ code: 'UNAVAILABLE', message: 'cut' });
      })(),
    });
    const code = `fetch('https://a.example').then((r) => r.text()).catch((e) => [e.code, e.message])`;
    await expect(value(await start(), code)).resolves.toEqual(['UNAVAILABLE', 'cut']);
  });
});

describe('a plugin without a right to the network', () => {
  test.each([
    ['of contract 1.0', '1.0.0', true],
    ['that was given none', '1.1.0', false],
  ])('%s is refused in the cell', async (_title, apiVersion, given) => {
    const cell = await cellWith(RUN, { apiVersion, ...(given ? { network } : {}) });
    const code = `Promise.all([fetch('https://a.example').catch((e) => e.code), new Promise((go) => { try { new WebSocket('wss://a.example') } catch (e) { go(e.code) } })])`;
    await expect(value(cell, code)).resolves.toEqual(['PERMISSION_DENIED', 'PERMISSION_DENIED']);
    expect(network.requests).toEqual([]);
  });

  test('has none while its script is loaded', async () => {
    const cell = await cellWith(RUN, {
      apiVersion: '1.1.0',
      network,
      before: `let early = 'none'; fetch('https://a.example').catch((e) => { globalThis.early = e.code });`,
    });
    await expect(value(cell, 'globalThis.early')).resolves.toBe('PERMISSION_DENIED');
  });
});

/** A body that must not be read piece by piece. */
function wholeOnly(text: string): NetworkAnswer['body'] {
  return {
    whole: Buffer.from(text),
    [Symbol.asyncIterator]: () => {
      throw new Error('the body was read in pieces');
    },
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof ProblemError ? error.code : error;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
