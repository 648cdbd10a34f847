import { describe, expect, test } from '@jest/globals';
import { hash } from 'node:crypto';
import { createServer } from 'node:https';
import { rootCertificates } from 'node:tls';
import { makeCertificates } from './fixtures/certificates.js';
import { listen, makeGateway, readText } from './fixtures/test-gateway.js';
import { failure, ORIGIN, TestInstitution } from './fixtures/test-institution.js';
import { granted } from './permission/fixtures/granted.js';

const institution = new TestInstitution();
/** An authority of the system, which has signed none of these. */
const [UNRELATED = ''] = rootCertificates;

test('a request goes out as the plugin wrote it, with what is the host’s to say', async () => {
  const { ask, dialed } = institution.start((_, response, body) =>
    response.setHeader('X-Kind', 'one').end(`got ${body}`),
  );
  const answer = await ask(`${ORIGIN}/v2/accounts?b=%7e&a=1#part`, {
    method: 'POST',
    headers: [
      ['X-Custom', 'One'],
      ['Content-Type', 'text/plain'],
    ],
    body: 'hello',
  });
  expect(answer.status).toBe(200);
  expect(answer.headers).toContainEqual(['X-Kind', 'one']);
  expect(await readText(answer)).toBe('got hello');
  expect(institution.seen).toEqual([
    {
      method: 'POST',
      url: '/v2/accounts?b=%7e&a=1',
      servername: 'api.acme.example',
      headers: {
        host: 'api.acme.example',
        connection: 'keep-alive',
        'x-custom': 'One',
        'content-type': 'text/plain',
        'content-length': '5',
        accept: '*/*',
        'accept-encoding': 'gzip, br, zstd',
        'user-agent': 'Bourse/1',
      },
    },
  ]);
  expect(dialed).toEqual(['8.8.8.8']);
});

test('what a request was is written down before it is sent, and what came of it before its end is told', async () => {
  const written: unknown[] = [];
  const { text, entries } = institution.start((_, response) => {
    written.push(...entries.map(({ kind }) => kind));
    response.end('ok');
  });
  await text(`${ORIGIN}/v2/secret-segment?secret=query`, { method: 'POST', body: 'abc' });
  expect(written).toEqual(['request']);
  expect(entries).toMatchObject([
    {
      kind: 'request',
      connection: 'acme-1',
      method: 'POST',
      origin: ORIGIN,
      pattern: '/**',
      permission: 'all',
      credentials: [],
      requestBytes: 3,
      requestHash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      isDevelopment: false,
    },
    { kind: 'requestEnd', status: 200, answerBytes: 2, outcome: 'complete' },
  ]);
  expect(JSON.stringify(entries)).not.toContain('secret');
});

test.each([
  ['GET', 'note', 'conclude'],
  ['HEAD', 'note', 'conclude'],
  ['POST', 'append', 'append'],
  ['PUT', 'append', 'append'],
])('the ends of a %s are written by way of %s and %s', async (method, first, last) => {
  const ways: string[] = [];
  const { text } = institution.start((_, response) => response.end(), {
    ports: {
      audit: {
        append: async () => void ways.push('append'),
        note: async () => void ways.push('note'),
        conclude: () => void ways.push('conclude'),
      },
    },
  });
  await text(`${ORIGIN}/`, { method });
  expect(ways).toEqual([first, last]);
});

test.each(['GET', 'POST'])('what cannot be written down is not sent: %s', async (method) => {
  const full = (): Promise<void> => Promise.reject(new Error('disk full'));
  const { ask } = institution.start((_, response) => response.end(), {
    ports: { audit: { append: full, note: full, conclude: () => undefined } },
  });
  await expect(ask(`${ORIGIN}/`, { method })).rejects.toThrow('disk full');
  expect(institution.seen).toEqual([]);
});

test('a refused request is written down and never sent', async () => {
  const { ask, entries, dialed } = institution.start((_, response) => response.end());
  expect(await failure(ask('https://other.example/'))).toMatchObject({ code: 'PERMISSION_DENIED' });
  expect(entries).toEqual([
    {
      kind: 'refusal',
      connection: 'acme-1',
      method: 'GET',
      origin: 'https://other.example',
      code: 'PERMISSION_DENIED',
    },
  ]);
  expect(dialed).toEqual([]);
});

test('revoking holds from the next request on, also for one that waits for its turn', async () => {
  const gate = Promise.withResolvers<undefined>();
  const { gateway, ask, text } = institution.start((_, response) => response.end('ok'), {
    ports: { budget: { enter: () => gate.promise, pause: async () => undefined } },
  });
  const waiting = failure(ask(`${ORIGIN}/`));
  gateway.grant([granted('other', { paths: ['/other'] })]);
  gate.resolve(undefined);
  expect(await waiting).toMatchObject({ code: 'PERMISSION_DENIED' });
  expect(await text(`${ORIGIN}/other`)).toBe('ok');
  gateway.revoke();
  expect(await failure(ask(`${ORIGIN}/other`))).toMatchObject({ code: 'PERMISSION_DENIED' });
});

describe('addresses', () => {
  test('a name that leads inside is refused, also when it led outside before', async () => {
    let now = 0;
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    const { ask, text, dialed } = institution.start(
      (_, response) => response.setHeader('connection', 'close').end('ok'),
      {
        ports: {
          resolve: async () => answers.shift() ?? [],
          scheme: { now: () => now, random: (length) => new Uint8Array(length), counter: (time) => time },
        },
      },
    );
    expect(await text(`${ORIGIN}/`)).toBe('ok');
    expect(await text(`${ORIGIN}/`)).toBe('ok');
    now = 60_000;
    expect(await failure(ask(`${ORIGIN}/`))).toMatchObject({ code: 'NETWORK_REFUSED' });
    expect(dialed).toEqual(['8.8.8.8', '8.8.8.8']);
  });

  test('the next address is tried where one does not answer', async () => {
    const free = await unusedPort();
    const { connect } = await import('node:net');
    const dialed: string[] = [];
    const { text } = institution.start((_, response) => response.end('ok'), {
      ports: {
        resolve: async () => ['8.8.8.8', '8.8.4.4'],
        openTcp: ({ host }) => {
          dialed.push(host);
          return connect({ host: '127.0.0.1', port: host === '8.8.8.8' ? free : institution.port });
        },
      },
    });
    expect(await text(`${ORIGIN}/`)).toBe('ok');
    expect(dialed).toEqual(['8.8.8.8', '8.8.4.4']);
  });

  test('nobody there is told as unavailable', async () => {
    const { ask } = institution.start((_, response) => response.end(), { port: await unusedPort() });
    expect(await failure(ask(`${ORIGIN}/`, { method: 'POST' }))).toMatchObject({
      code: 'UNAVAILABLE',
      retry: 'safe',
    });
  });
});

describe('certificates', () => {
  test.each([
    ['of another name', makeCertificates(['other.example']), true],
    ['that has expired', makeCertificates(['api.acme.example'], -1), true],
    ['of an unknown authority', institution.certificates, false],
  ])('one %s is refused', async (_, own, isTrusted) => {
    const wrong = createServer(own, (__, response) => response.end('secret'));
    const { ask } = institution.start((__, response) => response.end(), {
      port: await listen(wrong),
      ports: isTrusted ? {} : { certificateAuthority: UNRELATED },
    });
    const error = await failure(ask(`${ORIGIN}/`));
    wrong.closeAllConnections();
    wrong.close();
    expect(error).toMatchObject({ code: 'CERTIFICATE_INVALID' });
  });

  test('TLS before 1.2 is refused', async () => {
    const old = createServer({
      ...institution.certificates,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const { ask } = institution.start((_, response) => response.end(), { port: await listen(old) });
    const error = await failure(ask(`${ORIGIN}/`));
    old.close();
    expect(error).toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('a development connection', () => {
  test('goes where the user said, as if it were the institution', async () => {
    const { text, entries, dialed } = institution.start((_, response) => response.end('dev'), {
      developmentOrigins: { [ORIGIN]: `https://127.0.0.1:${institution.port}` },
    });
    expect(await text(`${ORIGIN}/v1`)).toBe('dev');
    expect(institution.seen).toMatchObject([
      { headers: { host: 'api.acme.example' }, servername: 'api.acme.example' },
    ]);
    expect(entries[0]).toMatchObject({ origin: ORIGIN, isDevelopment: true });
    expect(dialed).toEqual(['127.0.0.1']);
  });

  test('may do without TLS', async () => {
    const { createServer: createPlain } = await import('node:http');
    const plain = createPlain((_, response) => response.end('plain'));
    const own = await listen(plain);
    const { text } = institution.start((_, response) => response.end(), {
      developmentOrigins: { [ORIGIN]: `http://127.0.0.1:${own}` },
    });
    expect(await text(`${ORIGIN}/v1`)).toBe('plain');
    plain.closeAllConnections();
    plain.close();
  });

  test('reaches no institution for real', async () => {
    const { ask, dialed } = institution.start((_, response) => response.end(), { developmentOrigins: {} });
    expect(await failure(ask(`${ORIGIN}/v1`))).toMatchObject({ code: 'NETWORK_REFUSED' });
    expect(dialed).toEqual([]);
  });

  test.each([
    'http://10.0.0.1:1',
    'http://acme.example',
    'ftp://127.0.0.1',
    'x',
    'http://127.0.0.1.acme.example',
  ])('does not go to %s', (url) => {
    expect(() => makeGateway({ permissions: [], developmentOrigins: { [ORIGIN]: url } })).toThrow(
      /this machine/,
    );
  });
});

describe('secrets', () => {
  const login = granted('login', {
    methods: ['POST'],
    paths: ['/login'],
    captures: [
      { name: 'session', from: { json: '/id' } },
      { name: 'sid', from: { cookie: 'sid' } },
    ],
  });
  const data = granted('data', { paths: ['/data/*'], credentials: ['session', 'apiKey'], scheme: 'acme' });
  const schemes = {
    acme: {
      place: [
        { segment: 'session', value: { capture: 'session' } },
        { header: 'x-key', value: { credential: 'apiKey' } },
      ],
    },
  };

  test('are placed, taken out of answers, and blanked in them', async () => {
    const { ask, vault, entries } = institution.start(
      (request, response) => {
        if (request.url === '/login') {
          response.setHeader('set-cookie', ['sid=cookie-secret; Path=/; HttpOnly', 'theme=dark; Path=/']);
          response.end('{"id":"session-secret","x":1}');
        } else
          response
            .setHeader('x-echo', 'key-secret')
            .end(`${request.url} ${request.headers.cookie} key-secret`);
      },
      { permissions: [login, data], schemes },
    );
    vault.set('apiKey', 'key-secret');
    const first = await ask(`${ORIGIN}/login`, { method: 'POST', body: '{}' });
    expect(await readText(first)).toBe('{"id":"bourse:capture:session","x":1}');
    expect(first.headers.map(([name]) => name.toLowerCase())).not.toContain('set-cookie');
    expect(vault.get('session')).toBe('session-secret');
    expect(vault.get('sid')).toBe('cookie-secret');
    const second = await ask(`${ORIGIN}/data/{session}`);
    expect(institution.seen[1]).toMatchObject({
      url: '/data/session-secret',
      headers: { 'x-key': 'key-secret', cookie: 'sid=cookie-secret; theme=dark' },
    });
    const shown = await readText(second);
    expect(shown).toBe('/data/************** sid=*************; theme=dark **********');
    expect(second.headers).toContainEqual(['x-echo', '**********']);
    expect(second.url.href).toBe(`${ORIGIN}/data/%7Bsession%7D`);
    expect(entries.find((entry) => entry.kind === 'request' && entry.permission === 'data')).toMatchObject({
      credentials: ['apiKey', 'session'],
    });
    expect(JSON.stringify(entries)).not.toMatch(/secret/);
  });

  test('in a body leave no trace in its hash, by which they could be guessed', async () => {
    const password = granted('login', {
      methods: ['POST'],
      paths: ['/login'],
      credentials: ['password'],
      scheme: 'password',
    });
    const bodies: string[] = [];
    const { text, vault, entries } = institution.start(
      (_, response, body) => response.end(String(bodies.push(body))),
      {
        permissions: [password],
        schemes: { password: { place: [{ json: '/password', value: { credential: 'password' } }] } },
      },
    );
    vault.set('password', 'long-password');
    const written = '{"user":"me"}';
    const headers: [string, string][] = [['content-type', 'application/json']];
    await text(`${ORIGIN}/login`, { method: 'POST', headers, body: written });
    expect(bodies).toEqual([expect.stringContaining('long-password')]);
    expect(entries[0]).toMatchObject({ requestBytes: written.length, requestHash: hash('sha256', written) });
  });

  test('that are missing are told, and nothing is sent', async () => {
    const { ask } = institution.start((_, response) => response.end(), { permissions: [data], schemes });
    expect(await failure(ask(`${ORIGIN}/data/{session}`))).toMatchObject({ code: 'AUTH_EXPIRED' });
    expect(institution.seen).toEqual([]);
  });
});

describe('rates', () => {
  test('are asked for before each request, and a pause is told to all', async () => {
    const { text, budget, pauses } = institution.start(
      (request, response) => {
        response.statusCode = request.url === '/ok' ? 200 : 429;
        response.setHeader('retry-after', '7').end('slow down');
      },
      { permissions: [granted('read', { paths: ['/**'], perMinute: 60 })] },
    );
    expect(await text(`${ORIGIN}/ok`)).toBe('slow down');
    expect(pauses).toEqual([]);
    expect(await text(`${ORIGIN}/busy`)).toBe('slow down');
    expect(budget).toMatchObject([
      { key: `${ORIGIN} one`, perMinute: 60, priority: 'sync' },
      { key: `${ORIGIN} one` },
    ]);
    expect(pauses).toEqual([[`${ORIGIN} one`, 1_700_000_007_000]]);
  });
});

async function unusedPort(): Promise<number> {
  const other = createServer({});
  const own = await listen(other);
  await new Promise((resolve) => other.close(resolve));
  return own;
}
