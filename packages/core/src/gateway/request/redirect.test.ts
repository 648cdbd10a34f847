import { describe, expect, test } from '@jest/globals';
import { readText } from '../fixtures/test-gateway.js';
import { ALL, failure, ORIGIN, TestInstitution, type Handler } from '../fixtures/test-institution.js';
import { granted } from '../permission/fixtures/granted.js';
import type { GrantedPermission } from '../permission/index.js';

const institution = new TestInstitution();

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
    const { ask, entries } = institution.start(
      lead({
        'api.acme.example/a': [302, 'b?x=1'],
        'api.acme.example/b?x=1': [307, 'https://files.acme.example/open/c'],
      }),
      { permissions: [ALL, files] },
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
    const { ask, entries } = institution.start(lead({ 'api.acme.example/a': [302, location] }), {
      permissions: [ALL, files],
    });
    expect(await failure(ask(`${ORIGIN}/a`))).toMatchObject({ code });
    expect(entries.at(-1)).toMatchObject({ kind: 'refusal', code });
    expect(new Set(institution.seen.map(({ url }) => url))).toEqual(new Set(['/a']));
  });

  test.each([
    [301, 'POST', 'GET'], [302, 'POST', 'GET'], [303, 'POST', 'GET'], [307, 'POST', 'POST'], [308, 'POST', 'POST'], [302, 'PUT', 'PUT'], [303, 'PUT', 'GET'], [303, 'HEAD', 'HEAD'],
  ])('with %d of %s go on with %s', async (status, method, next) => {
    const { ask } = institution.start(lead({ 'api.acme.example/a': [status, '/b'] }));
    const body = method === 'HEAD' ? {} : { body: 'text' };
    const headers: [string, string][] = [['content-type', 'text/plain'], ['x-own', '1']];
    await readText(await ask(`${ORIGIN}/a`, { method, headers, ...body }));
    expect(institution.seen[1]).toMatchObject({ method: next, headers: { 'x-own': '1' } });
    expect(institution.seen[1]?.headers['content-length']).toBe(method === next && method !== 'HEAD' ? '4' : undefined);
    if (method !== next) expect(institution.seen[1]?.headers).not.toHaveProperty('content-type');
  }); // prettier-ignore

  test('show nothing in the end that was placed on the way', async () => {
    const way = { paths: ['/a', '/b'], credentials: ['apiKey'], scheme: 'signed' };
    const { ask, vault } = institution.start(
      ({ url = '' }, response) => {
        if (url.startsWith('/end')) return void response.end(url);
        response.writeHead(302, { location: url.replace('/b', '/end').replace('/a', '/b') }).end();
      },
      {
        permissions: [granted('way', way), granted('end', { paths: ['/end'] })],
        schemes: {
          signed: {
            steps: [
              { name: 'mac', hmac: 'sha256', key: { credential: 'apiKey' }, of: { request: 'path' } },
              { name: 'text', encode: { step: 'mac' }, as: 'hex' },
            ],
            place: [{ query: 'signature', value: { step: 'text' } }],
          },
        },
      },
    );
    vault.set('apiKey', 'credential-1');
    // The second signature stands where the first one stands already.
    expect(await failure(ask(`${ORIGIN}/a`))).toMatchObject({ code: 'INVALID_REQUEST' });
    const answer = await ask(`${ORIGIN}/b`);
    const shown = `/end?signature=${'*'.repeat(64)}`;
    expect(answer.url.href).toBe(ORIGIN + shown);
    expect(await readText(answer)).toBe(shown);
  });

  test('to another origin carry nothing of the first: neither credentials nor headers nor cookies', async () => {
    const key: GrantedPermission = granted('key', {
      paths: ['/**'],
      credentials: ['apiKey'],
      scheme: 'acme',
    });
    const { ask, vault } = institution.start(
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
    expect(institution.seen[0]).toMatchObject({
      headers: { authorization: 'credential-1', 'x-session': 'of-plugin' },
    });
    expect(institution.seen[1]?.url).toBe('/open/c');
    expect(Object.keys(institution.seen[1]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });
});
