import { beforeEach, describe, expect, test } from '@jest/globals';
import { cellPool } from '../cell/fixtures/cell-pool.js';
import { ScriptedNetwork } from '../cell/fixtures/scripted-network.js';
import { EvidenceRecorder } from '../cell/evidence/evidence-recorder.js';
import { DEFAULT_LIMITS } from '../cell/host/limits.js';
import type { NetworkPort } from '../cell/host/network-port.js';
import { TestInstitution, ORIGIN } from '../gateway/fixtures/test-institution.js';
import { granted } from '../gateway/permission/fixtures/granted.js';
import { ProblemError } from '../interfaces/index.js';
import { parseCassette, type Cassette } from './cassette.js';
import { playCassette } from './play-cassette.js';
import { CassetteRecorder } from './record-cassette.js';

const PLUGIN = { id: 'acme', version: '1.0.0' };
const URL_A = 'https://api.acme.example/a';
let network: ScriptedNetwork;
let clock = 0;

beforeEach(() => {
  network = new ScriptedNetwork();
  clock = 1_700_000_000_000;
});

const recorder = (port: NetworkPort = network) =>
  new CassetteRecorder({ plugin: PLUGIN, network: port, now: () => (clock += 7) });

interface Ask {
  readonly method?: string;
  readonly headers?: [string, string][];
  readonly body?: string;
  readonly signal?: AbortSignal;
}

async function ask(port: NetworkPort, url: string, { method = 'GET', headers = [], body, signal }: Ask = {}) {
  const answer = await port.fetch({
    method,
    url: new URL(url),
    headers,
    body: body === undefined ? undefined : Buffer.from(body),
    signal: signal ?? new AbortController().signal,
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  return { status: answer.status, headers: answer.headers, text: Buffer.concat(pieces).toString() };
}

/** A cassette of these requests, once through JSON. */
async function record(...urls: string[]): Promise<Cassette> {
  const recording = recorder();
  for (const url of urls) await ask(recording, url);
  return parseCassette(JSON.stringify(recording.toCassette()));
}

describe('a cassette', () => {
  test('gives the answers again, byte by byte', async () => {
    const binary = Buffer.from([0xff, 0xfe, 0, 1]);
    network.answer = ({ body }) => ({
      status: 201,
      headers: [['X-Kind', 'one']],
      body: (async function* () {
        yield Buffer.from('é€');
        yield binary;
        yield body ?? Buffer.from('none');
      })(),
    });
    const recording = recorder();
    const asked = {
      method: 'POST',
      headers: [
        ['X-B', '2'],
        ['X-A', '1'],
      ] as [string, string][],
      body: 'a=b',
    };
    const then = await ask(recording, URL_A, asked);
    const player = playCassette(parseCassette(JSON.stringify(recording.toCassette())));
    const headers = [...asked.headers].reverse();
    expect(await ask(player, URL_A, { ...asked, headers })).toEqual(then);
    expect(() => player.finish()).not.toThrow();
  });

  test('gives problems again, before an answer and in the middle of one', async () => {
    const problem = new ProblemError({
      code: 'RATE_LIMITED',
      message: 'wait',
      retryAt: '2026-01-01T00:00:00Z',
    });
    const recording = recorder();
    network.answer = () => {
      throw problem;
    };
    await ask(recording, URL_A).catch(() => undefined);
    network.answer = () => ({
      body: (async function* () {
        yield Buffer.from('half');
        throw new ProblemError({ code: 'UNAVAILABLE', message: 'gone' });
      })(),
    });
    await ask(recording, URL_A).catch(() => undefined);
    const player = playCassette(recording.toCassette());
    await expect(ask(player, URL_A)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAt: problem.retryAt,
    });
    await expect(ask(player, URL_A)).rejects.toMatchObject({ code: 'UNAVAILABLE', message: 'gone' });
    player.finish();
  });

  test('that is of another version, or none, is refused', () => {
    for (const text of ['', '{}', JSON.stringify({ version: 2 })])
      expect(() => parseCassette(text)).toThrow(expect.objectContaining({ code: 'CASSETTE_INVALID' }));
  });
});

describe('a plugin that asks for something else', () => {
  const failure = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'CASSETTE_MISMATCH' });
    return error instanceof Error ? error.message : '';
  };

  test('is shown where the first difference is', async () => {
    const player = playCassette(await record(`${URL_A}?since=10&limit=5`));
    expect(await failure(ask(player, `${URL_A}?since=19&limit=5`))).toBe(
      [
        `Request 1, GET ${URL_A}?since=19&limit=5, is not the one of the cassette.`,
        '"url" differs:',
        `  cassette: ${URL_A}?since=10&limit=5`,
        `  now:      ${URL_A}?since=19&limit=5`,
        `${' '.repeat(`  now:      ${URL_A}?since=1`.length)}^`,
      ].join('\n'),
    );
    expect(() => player.finish()).toThrow('is not the one of the cassette');
  });

  test.each<[string, Ask, string]>([
    ['method', { method: 'POST' }, '"method" differs'],
    ['header', { headers: [['X-One', '2']] }, '"headers" differs'],
    ['body', { method: 'GET', body: 'b' }, '"body" differs'],
  ])('is told that its %s is another', async (_title, asked, message) => {
    expect(await failure(ask(playCassette(await record(URL_A)), URL_A, asked))).toContain(message);
  });

  test('is shown a difference far in a long text, in one line', async () => {
    const recording = recorder();
    const body = (end: string) => `${'x\n'.repeat(2_000)}${end}${'y'.repeat(2_000)}`;
    await ask(recording, URL_A, { method: 'POST', body: body('1') });
    const message = await failure(
      ask(playCassette(recording.toCassette()), URL_A, { method: 'POST', body: body('2') }),
    );
    const [, , then = '', now = '', mark = ''] = message.split('\n');
    expect([then.length < 130, then.at(mark.indexOf('^')), now.at(mark.indexOf('^'))]).toEqual([
      true,
      '1',
      '2',
    ]);
  });

  test('is told of one too many', async () => {
    const player = playCassette(await record(URL_A));
    await ask(player, URL_A);
    expect(await failure(ask(player, `${URL_A}/b`))).toContain('is not in the cassette, which ends after 1.');
  });

  test('is told of those that are missing', async () => {
    const player = playCassette(await record(URL_A, `${URL_A}/b`, `${URL_A}/c`));
    await ask(player, URL_A);
    expect(() => player.finish()).toThrow(
      `The cassette has more than was asked for:\n  2. GET ${URL_A}/b\n  3. GET ${URL_A}/c`,
    );
  });

  test('is told of another order, and of one that comes again', async () => {
    const cassette = await record(URL_A, `${URL_A}/b`, `${URL_A}/c`);
    expect(await failure(ask(playCassette(cassette), `${URL_A}/c`))).toContain(
      'comes too early: in the cassette it is request 3.',
    );
    const player = playCassette(cassette);
    await ask(player, URL_A);
    expect(await failure(ask(player, URL_A))).toContain('comes once more: in the cassette it is request 1.');
    expect(await failure(ask(player, `${URL_A}/b`))).toContain('Request 2,');
  });
});

describe('a WebSocket in a cassette', () => {
  const open = (port: NetworkPort) =>
    port.connect({
      url: new URL('wss://api.acme.example/s'),
      protocols: ['v1'],
      signal: new AbortController().signal,
    });

  async function recordSocket(): Promise<Cassette> {
    const recording = recorder();
    const socket = await open(recording);
    const [scripted] = network.sockets;
    await socket.send('subscribe');
    scripted?.push('welcome', Buffer.from([1, 2]));
    const reader = socket.messages[Symbol.asyncIterator]();
    await reader.next();
    await reader.next();
    await socket.send(Buffer.from('bye'));
    scripted?.push('last');
    await reader.next();
    scripted?.close(1001, 'over');
    await reader.next();
    await socket.closed;
    return parseCassette(JSON.stringify(recording.toCassette()));
  }

  test('gives its messages again, each after what was sent before it', async () => {
    const player = playCassette(await recordSocket());
    const socket = await open(player);
    expect(socket.protocol).toBe('v1');
    const seen: unknown[] = [];
    const done = (async () => {
      for await (const message of socket.messages) seen.push(message);
    })();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual([]);
    await socket.send('subscribe');
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual(['welcome', Buffer.from([1, 2])]);
    await socket.send(Buffer.from('bye'));
    await done;
    expect([seen.at(-1), await socket.closed]).toEqual(['last', { code: 1001, reason: 'over' }]);
    player.finish();
  });

  test('refuses what was not sent, and misses what was', async () => {
    const cassette = await recordSocket();
    const player = playCassette(cassette);
    await expect((await open(player)).send('subscribd')).rejects.toThrow('"message" differs');
    const silent = playCassette(cassette);
    await open(silent);
    expect(() => silent.finish()).toThrow('Message 1 on the WebSocket of request 1 was not sent: subscribe');
  });
});

describe('a run that is repeated', () => {
  const cellWith = cellPool();
  const METHODS = `run: async () => {
    const seen = [Date.now(), Math.random(), crypto.randomUUID()];
    for (const page of [1, 2, 3]) {
      const response = await fetch('https://api.acme.example/p/' + page, { headers: { 'x-nonce': crypto.randomUUID() } });
      seen.push(Date.now(), await response.text(), Date.now());
    }
    return { seen };
  }`;

  async function outputOf(run: NetworkPort & { readonly seed: string; readonly now: () => number }) {
    const tap = new EvidenceRecorder({
      plugin: PLUGIN,
      apiVersion: '1.1.0',
      script: { sha256: '0'.repeat(64), size: 0 },
      limits: DEFAULT_LIMITS,
    });
    const { seed, now } = run;
    const cell = await cellWith(METHODS, { apiVersion: '1.1.0', network: run, seed, now, tap });
    await cell.call('test', 'run', {});
    const [call] = tap.bundle(new Date(0)).events;
    return call?.type === 'call' && call.outcome?.kind === 'answer' ? call.outcome.sha256 : undefined;
  }

  test('has the same clock, the same chance and the same output', async () => {
    network.answer = ({ url }) => ({ body: `page ${url.pathname}` });
    const recording = recorder();
    const then = await outputOf(recording);
    const cassette = parseCassette(JSON.stringify(recording.toCassette()));
    expect(then).toMatch(/^[0-9a-f]{64}$/);
    for (const player of [playCassette(cassette), playCassette(cassette)]) {
      expect(await outputOf(player)).toBe(then);
      player.finish();
    }
  });
});

describe('a secret', () => {
  const institution = new TestInstitution();

  test('is in no cassette: the gateway places it behind the recorder, and blanks what comes back', async () => {
    const canary = 'canary-0123456789-abcdef';
    const { gateway, vault } = institution.start(
      (request, response) => {
        response
          .setHeader('X-Echo', String(request.headers['x-key']))
          .end(`you sent ${String(request.headers['x-key'])}`);
      },
      {
        permissions: [granted('key', { scheme: 'key', credentials: ['apiKey'] })],
        schemes: { key: { place: [{ header: 'X-Key', value: { credential: 'apiKey' } }] } },
      },
    );
    vault.set('apiKey', canary);
    const recording = recorder(gateway);
    const { status } = await ask(recording, `${ORIGIN}/v2/accounts`);
    expect(status).toBe(200);
    expect(institution.seen[0]).toMatchObject({ headers: { 'x-key': canary } });
    const text = JSON.stringify(recording.toCassette());
    expect(text).toContain('you sent');
    expect(text).not.toContain(canary);
    expect(text).not.toContain(Buffer.from(canary).toString('base64').slice(0, 12));
  });
});
