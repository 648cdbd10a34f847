import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { rootCertificates, type TLSSocket } from 'node:tls';
import { makeCertificates } from './fixtures/certificates.js';
import {
  listen,
  makeGateway,
  readText,
  type TestGateway,
  type TestGatewayOptions,
} from './fixtures/test-gateway.js';
import { granted } from './permission/fixtures/granted.js';
import type { GrantedPermission } from './permission/index.js';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const certificates = makeCertificates(['api.acme.example', 'files.acme.example', 'localhost']);
/** An authority of the system, which has signed none of these. */
const [UNRELATED = ''] = rootCertificates;
const ORIGIN = 'https://api.acme.example';
let server: Server;
let port: number;
let handler: Handler;
let seen: { method: string; url: string; headers: IncomingMessage['headers']; servername: unknown }[];
let open: TestGateway | undefined;

beforeAll(async () => {
  server = createServer(certificates, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers, socket } = request;
      seen.push({ method, url, headers, servername: (socket as TLSSocket).servername });
      handler(request, response, Buffer.concat(chunks).toString());
    });
  });
  port = await listen(server);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

afterEach(async () => {
  await open?.gateway.close();
  open = undefined;
});

const all = granted('all', { methods: ['GET', 'HEAD', 'POST', 'PUT'], paths: ['/**'] });

function start(answer: Handler, options: Partial<TestGatewayOptions> = {}): TestGateway {
  handler = answer;
  seen = [];
  open = makeGateway({
    permissions: [all],
    port,
    ...options,
    ports: { certificateAuthority: certificates.authority, ...options.ports },
  });
  return open;
}

const failure = async (work: Promise<unknown>): Promise<Record<string, unknown>> =>
  work.then(
    () => ({ code: 'none' }),
    (error: Record<string, unknown>) => error,
  );

test('a request goes out as the plugin wrote it, with what is the host’s to say', async () => {
  const { ask, dialed } = start((_, response, body) =>
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
  expect(seen).toEqual([
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
  const { text, entries } = start((_, response) => {
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

test('what cannot be written down is not sent', async () => {
  const { ask } = start((_, response) => response.end(), {
    ports: { audit: { append: () => Promise.reject(new Error('disk full')) } },
  });
  await expect(ask(`${ORIGIN}/`)).rejects.toThrow('disk full');
  expect(seen).toEqual([]);
});

test('a refused request is written down and never sent', async () => {
  const { ask, entries, dialed } = start((_, response) => response.end());
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
  const { gateway, ask, text } = start((_, response) => response.end('ok'), {
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
    const { ask, text, dialed } = start(
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
    const { text } = start((_, response) => response.end('ok'), {
      ports: {
        resolve: async () => ['8.8.8.8', '8.8.4.4'],
        openTcp: ({ host }) => {
          dialed.push(host);
          return connect({ host: '127.0.0.1', port: host === '8.8.8.8' ? free : port });
        },
      },
    });
    expect(await text(`${ORIGIN}/`)).toBe('ok');
    expect(dialed).toEqual(['8.8.8.8', '8.8.4.4']);
  });

  test('nobody there is told as unavailable', async () => {
    const { ask } = start((_, response) => response.end(), { port: await unusedPort() });
    expect(await failure(ask(`${ORIGIN}/`, { method: 'POST' }))).toMatchObject({
      code: 'UNAVAILABLE',
      retry: 'safe',
    });
  });

  test('loopback is reached with its own permission alone, and without a name service', async () => {
    const permissions = [all, granted('gateway', { origin: `loopback:${port}`, paths: ['/**'] })];
    const { text, ask, dialed } = start((_, response) => response.end('ok'), { permissions });
    expect(await text(`https://localhost:${port}/`)).toBe('ok');
    expect(dialed).toEqual(['127.0.0.1']);
    expect(await failure(ask(`https://localhost:${port + 1}/`))).toMatchObject({ code: 'PERMISSION_DENIED' });
  });
});

describe('certificates', () => {
  test.each([
    ['of another name', makeCertificates(['other.example']), true],
    ['that has expired', makeCertificates(['api.acme.example'], -1), true],
    ['of an unknown authority', certificates, false],
  ])('one %s is refused', async (_, own, isTrusted) => {
    const wrong = createServer(own, (__, response) => response.end('secret'));
    const { ask } = start((__, response) => response.end(), {
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
      ...certificates,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const { ask } = start((_, response) => response.end(), { port: await listen(old) });
    const error = await failure(ask(`${ORIGIN}/`));
    old.close();
    expect(error).toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('a development connection', () => {
  test('goes where the user said, as if it were the institution', async () => {
    const { text, entries, dialed } = start((_, response) => response.end('dev'), {
      developmentOrigins: { [ORIGIN]: `https://127.0.0.1:${port}` },
    });
    expect(await text(`${ORIGIN}/v1`)).toBe('dev');
    expect(seen).toMatchObject([{ headers: { host: 'api.acme.example' }, servername: 'api.acme.example' }]);
    expect(entries[0]).toMatchObject({ origin: ORIGIN, isDevelopment: true });
    expect(dialed).toEqual(['127.0.0.1']);
  });

  test('may do without TLS', async () => {
    const { createServer: createPlain } = await import('node:http');
    const plain = createPlain((_, response) => response.end('plain'));
    const own = await listen(plain);
    const { text } = start((_, response) => response.end(), {
      developmentOrigins: { [ORIGIN]: `http://127.0.0.1:${own}` },
    });
    expect(await text(`${ORIGIN}/v1`)).toBe('plain');
    plain.closeAllConnections();
    plain.close();
  });

  test('reaches no institution for real', async () => {
    const { ask, dialed } = start((_, response) => response.end(), { developmentOrigins: {} });
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

describe('headers of a plugin', () => {
  test.each([
    ['Host', 'x'], ['connection', 'close'], ['Content-Length', '1'], ['transfer-encoding', 'chunked'], ['TE', 'x'], ['Trailer', 'x'],
    ['Upgrade', 'h2c'], ['Proxy-Authorization', 'x'], ['Sec-Fetch-Site', 'x'], ['Forwarded', 'x'], ['X-Forwarded-For', '1.1.1.1'],
    ['X_Forwarded_For', '1.1.1.1'], ['cookie', 'a=b'], ['Authorization', 'Bearer x'], ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Original-URL', '/orders'], ['Content-Encoding', 'gzip'], ['User-Agent', 'x'], ['Expect', '100-continue'],
    ['X', 'a\r\nHost: b'], ['X', 'a\nb'], ['X', 'a\0b'], ['X', '€'], ['X Y', 'a'], ['X:', 'a'], ['', 'a'], ['X\r\n', 'a'],
  ])('%j: %j is refused', async (name, value) => {
    const { ask } = start((_, response) => response.end());
    expect(await failure(ask(`${ORIGIN}/`, { headers: [[name, value]] }))).toMatchObject({ code: 'INVALID_REQUEST' });
    expect(seen).toEqual([]);
  }); // prettier-ignore

  test('too many, too long ones, odd methods and bodies are refused', async () => {
    const { ask } = start((_, response) => response.end());
    const many = Array.from({ length: 101 }, (_, index): [string, string] => [`x-${index}`, '']);
    for (const request of [
      { headers: many },
      { headers: [['x', 'a'.repeat(40_000)]] as [string, string][] },
      { method: 'TRACE' },
      { method: 'get' },
      { body: 'x' },
      { method: 'POST', body: 'x'.repeat(1_048_577) },
    ])
      expect(await failure(ask(`${ORIGIN}/`, request))).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('answers', () => {
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('compressed with %s are read', async (coding, compress) => {
    const { ask } = start((_, response) =>
      response.setHeader('content-encoding', coding).end(compress('text'.repeat(1000))),
    );
    const answer = await ask(`${ORIGIN}/`);
    expect(await readText(answer)).toBe('text'.repeat(1000));
    expect(answer.headers.map(([name]) => name.toLowerCase())).not.toContain('content-encoding');
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('that swell out of %s are cut at the limit', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(50_000_000));
    const { ask, entries } = start((_, response) => response.setHeader('content-encoding', coding).end(bomb));
    const answer = await ask(`${ORIGIN}/`);
    expect(await failure(readText(answer))).toMatchObject({ code: 'ANSWER_TOO_LARGE' });
    expect(entries.at(-1)).toMatchObject({ kind: 'requestEnd', outcome: 'ANSWER_TOO_LARGE' });
    expect((entries.at(-1) as { answerBytes: number }).answerBytes).toBeLessThanOrEqual(33_554_432);
  });

  test('that are too large without compression are cut too', async () => {
    const { ask } = start((_, response) => response.end('x'.repeat(1001)), { limits: { maxAnswer: 1000 } });
    expect(await failure(ask(`${ORIGIN}/`).then(readText))).toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  });

  test('with too many headers are refused', async () => {
    const { ask } = start((_, response) => response.setHeader('x', 'y'.repeat(70_000)).end());
    expect(await failure(ask(`${ORIGIN}/`))).toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  });

  test.each(['snappy', 'gzip, gzip, gzip', 'toString'])('in the coding "%s" are refused', async (coding) => {
    const { ask } = start((_, response) => response.setHeader('content-encoding', coding).end('x'));
    expect(await failure(ask(`${ORIGIN}/`))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  test('that are not compressed as they say are malformed', async () => {
    for (const body of [Buffer.from('no gzip'), gzipSync('x'.repeat(9999)).subarray(0, 20)]) {
      const { ask } = start((_, response) => response.setHeader('content-encoding', 'gzip').end(body));
      expect(await failure(ask(`${ORIGIN}/`).then(readText))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
    }
  });

  test('to HEAD and without content have no body', async () => {
    const { ask, text } = start((request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.statusCode = request.method === 'HEAD' ? 200 : 204;
      response.end();
    });
    expect(await text(`${ORIGIN}/`, { method: 'HEAD' })).toBe('');
    expect(await readText(await ask(`${ORIGIN}/`))).toBe('');
  });

  test('that end early are unavailable, and a request that may have been carried out says so', async () => {
    const { ask } = start((_, response) => {
      response.setHeader('content-length', '100').write('half');
      setImmediate(() => response.destroy());
    });
    expect(await failure(ask(`${ORIGIN}/`).then(readText))).toMatchObject({
      code: 'UNAVAILABLE',
      retry: 'safe',
    });
    const posted = failure(ask(`${ORIGIN}/`, { method: 'POST', body: 'x' }).then(readText));
    expect(await posted).toMatchObject({ code: 'UNAVAILABLE', retry: 'unknown-outcome' });
  });

  test('that do not come, or stop coming, are given up', async () => {
    const silent = start(() => undefined, { limits: { totalMs: 50 } });
    expect(await failure(silent.ask(`${ORIGIN}/`))).toMatchObject({ code: 'UNAVAILABLE' });
    await silent.gateway.close();
    const slow = start((_, response) => void response.write('x'), { limits: { totalMs: 50 } });
    expect(await failure(slow.ask(`${ORIGIN}/`).then(readText))).toMatchObject({ code: 'UNAVAILABLE' });
    await slow.gateway.close();
    const idle = start((_, response) => void response.write('x'), { limits: { idleMs: 50 } });
    expect(await failure(idle.ask(`${ORIGIN}/`).then(readText))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('that are no HTTP are malformed', async () => {
    const { ask } = start((request) => void request.socket.end('HTTP/1.1 OK 200\r\n\r\n'));
    expect(await failure(ask(`${ORIGIN}/`))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });
});

describe('a request that is not wanted any more', () => {
  test('is canceled while it waits for an answer', async () => {
    const controller = new AbortController();
    const { ask, entries } = start(() => controller.abort());
    expect(await failure(ask(`${ORIGIN}/`, { signal: controller.signal }))).toMatchObject({
      code: 'CALL_CANCELED',
    });
    expect(entries.at(-1)).toMatchObject({ kind: 'requestEnd', outcome: 'canceled', status: undefined });
  });

  test('is canceled while its answer is read', async () => {
    const controller = new AbortController();
    const { ask, entries } = start((_, response) => void response.write('x'));
    const answer = await ask(`${ORIGIN}/`, { signal: controller.signal });
    const read = failure(readText(answer));
    controller.abort();
    expect(await read).toMatchObject({ code: 'CALL_CANCELED' });
    expect(entries.at(-1)).toMatchObject({ kind: 'requestEnd', outcome: 'canceled', status: 200 });
  });

  test('gives its place back, however it ends', async () => {
    const { ask, text } = start((request, response) => {
      if (request.url === '/small') response.end('ok');
      else response.write('x');
    });
    const controllers = Array.from({ length: 6 }, () => new AbortController());
    const answers = await Promise.all(controllers.map(({ signal }) => ask(`${ORIGIN}/`, { signal })));
    const seventh = text(`${ORIGIN}/small`);
    const canceled = new AbortController();
    const eighth = failure(ask(`${ORIGIN}/small`, { signal: canceled.signal }));
    canceled.abort();
    expect(await eighth).toMatchObject({ code: 'CALL_CANCELED' });
    expect(seen.map(({ url }) => url)).toEqual(['/', '/', '/', '/', '/', '/']);
    // Never read, and closed before it was read.
    controllers[0]?.abort();
    expect(await seventh).toBe('ok');
    for (const { body } of answers.slice(1)) await body[Symbol.asyncIterator]().return?.();
    expect(await Promise.all(Array.from({ length: 12 }, () => text(`${ORIGIN}/small`)))).toHaveLength(12);
  });
});

describe('redirects', () => {
  const lead =
    (routes: Record<string, [status: number, location: string]>): Handler =>
    (request, response) => {
      const route = routes[`${request.headers.host}${request.url}`];
      if (route === undefined) return void response.end('there');
      response.writeHead(route[0], { location: route[1] }).end('ignored');
    };
  const files = granted('files', {
    origin: 'https://files.acme.example',
    methods: ['GET', 'POST'],
    paths: ['/open/*'],
  });

  test('are followed where a permission allows each of them', async () => {
    const { ask, entries } = start(
      lead({
        'api.acme.example/a': [302, 'b?x=1'],
        'api.acme.example/b?x=1': [307, 'https://files.acme.example/open/c'],
      }),
      { permissions: [all, files] },
    );
    const answer = await ask(`${ORIGIN}/a`);
    expect(answer.url.href).toBe('https://files.acme.example/open/c');
    expect(await readText(answer)).toBe('there');
    expect(entries.map((entry) => ('permission' in entry ? entry.permission : entry.kind))).toEqual([
      'all', 'requestEnd', 'all', 'requestEnd', 'files', 'requestEnd',
    ]); // prettier-ignore
  });

  test.each([
    ['another origin', 'https://other.example/', 'PERMISSION_DENIED'],
    ['a path without a permission', 'https://files.acme.example/closed/c', 'PERMISSION_DENIED'],
    ['no TLS', 'http://api.acme.example/', 'PERMISSION_DENIED'],
    ['this machine', 'https://127.0.0.1/', 'PERMISSION_DENIED'],
    ['the metadata of a cloud', 'http://169.254.169.254/', 'PERMISSION_DENIED'],
    ['a hidden path', 'https://files.acme.example/open/%2e%2e/closed', 'NETWORK_REFUSED'],
    ['a hidden separator', '/a%2fb', 'NETWORK_REFUSED'],
    ['a backslash', '/\\other.example/', 'NETWORK_REFUSED'],
    ['a user name', 'https://user:word@api.acme.example/', 'NETWORK_REFUSED'],
    ['a file', 'file:///etc/passwd', 'PERMISSION_DENIED'],
    ['data', 'data:text/plain,x', 'PERMISSION_DENIED'],
    ['itself', '/a', 'NETWORK_REFUSED'],
  ])('to %s are refused', async (_, location, code) => {
    const { ask } = start(lead({ 'api.acme.example/a': [302, location] }), { permissions: [all, files] });
    expect(await failure(ask(`${ORIGIN}/a`))).toMatchObject({ code });
    expect(new Set(seen.map(({ url }) => url))).toEqual(new Set(['/a']));
  });

  test.each([
    [301, 'POST', 'GET'], [302, 'POST', 'GET'], [303, 'POST', 'GET'], [307, 'POST', 'POST'], [308, 'POST', 'POST'], [302, 'PUT', 'PUT'], [303, 'PUT', 'GET'], [303, 'HEAD', 'HEAD'],
  ])('with %d of %s go on with %s', async (status, method, next) => {
    const { ask } = start(lead({ 'api.acme.example/a': [status, '/b'] }));
    const body = method === 'HEAD' ? {} : { body: 'text' };
    const headers: [string, string][] = [['content-type', 'text/plain'], ['x-own', '1']];
    await readText(await ask(`${ORIGIN}/a`, { method, headers, ...body }));
    expect(seen[1]).toMatchObject({ method: next, headers: { 'x-own': '1' } });
    expect(seen[1]?.headers['content-length']).toBe(method === next && method !== 'HEAD' ? '4' : undefined);
    if (method !== next) expect(seen[1]?.headers).not.toHaveProperty('content-type');
  }); // prettier-ignore

  test('to another origin carry nothing of the first: neither credentials nor headers nor cookies', async () => {
    const key: GrantedPermission = granted('key', {
      paths: ['/**'],
      credentials: ['apiKey'],
      scheme: 'acme',
    });
    const { ask, vault } = start(
      (request, response) => {
        response.setHeader('set-cookie', `sid=${request.headers.host ?? ''}; Secure`);
        lead({ 'api.acme.example/a?key=credential-1': [302, 'https://files.acme.example/open/c'] })(
          request,
          response,
          '',
        );
      },
      {
        permissions: [key, files],
        schemes: {
          acme: {
            place: [
              { header: 'authorization', value: { credential: 'apiKey' } },
              { query: 'key', value: { credential: 'apiKey' } },
            ],
          },
        },
      },
    );
    vault.set('apiKey', 'credential-1');
    const answer = await ask(`${ORIGIN}/a`, {
      headers: [
        ['X-Session', 'of-plugin'],
        ['Accept', 'text/csv'],
      ],
    });
    expect(await readText(answer)).toBe('there');
    expect(seen[0]).toMatchObject({ headers: { authorization: 'credential-1', 'x-session': 'of-plugin' } });
    expect(seen[1]?.url).toBe('/open/c');
    expect(Object.keys(seen[1]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
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
    const { ask, text, vault, entries } = start(
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
    expect(seen[1]).toMatchObject({
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
    expect(text).toBeDefined();
  });

  test('that are missing are told, and nothing is sent', async () => {
    const { ask } = start((_, response) => response.end(), { permissions: [data], schemes });
    expect(await failure(ask(`${ORIGIN}/data/{session}`))).toMatchObject({ code: 'AUTH_EXPIRED' });
    expect(seen).toEqual([]);
  });
});

describe('rates', () => {
  test('are asked for before each request, and a pause is told to all', async () => {
    const { text, budget, pauses } = start(
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
