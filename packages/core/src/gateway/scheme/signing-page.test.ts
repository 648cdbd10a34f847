import { generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PluginManifestSchema, type SigningScheme } from '../../interfaces/index.js';
import { PlacementSchema } from '../../interfaces/gateway/placement.js';
import { BYTE_ENCODINGS, SigningStepSchema, TEXT_ENCODINGS } from '../../interfaces/gateway/signing-step.js';
import { REQUEST_PARTS } from '../../interfaces/gateway/signing-value.js';
import { checkSchemes } from './check/check-schemes.js';
import { bodyOf, headerOf, prepareAcme, type AcmeRequest } from './fixtures/prepare-acme.js';

const PAGE = readFileSync(new URL('../../../../../docs/signing.md', import.meta.url), 'utf8');

/** The manifests of the page by their headings. */
const BLOCKS = new Map(
  [...PAGE.matchAll(/^## (.+)$[^]*?^```json\n([^]*?)^```$/gm)].map(([, title = '', text = '']) => [
    title,
    JSON.parse(text),
  ]),
);

const REST = {
  id: 'acme',
  type: 'broker',
  institution: 'Acme',
  api: '>=1.1.0 <2.0.0',
  main: './dist/plugin.js',
  services: ['account'],
  portfolio: 'derived',
};

function manifestOf(title: string) {
  return PluginManifestSchema.parse({ ...REST, ...BLOCKS.get(title) });
}

/** A request that the host has prepared by the scheme of a block. */
function prepared(title: string, name: string, request: AcmeRequest) {
  const scheme: SigningScheme | undefined = manifestOf(title).schemes?.[name];
  if (scheme === undefined) throw new Error(`${title} has no scheme ${name}`);
  return prepareAcme(scheme, request);
}

test.each([...BLOCKS.keys()])('%s is a manifest that nothing is wrong with', (title) => {
  expect(checkSchemes(manifestOf(title))).toEqual([]);
});

describe('what is placed is', () => {
  test('HTTP Basic as in RFC 7617', () => {
    const request = { credentials: { user: 'Aladdin', password: 'open sesame' }, open: ['user'] };
    expect(headerOf(prepared('HTTP Basic', 'basic', request), 'authorization')).toBe(
      'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
    );
  });

  test('a bearer as in RFC 6750', () => {
    const request = { credentials: { token: 'mF_9.B5f-4.1JqM' } };
    expect(headerOf(prepared('Bearer', 'bearer', request), 'authorization')).toBe('Bearer mF_9.B5f-4.1JqM');
  });

  test('a key behind what the plugin asks', () => {
    const { request } = prepared('A key in the query', 'key', {
      url: 'https://api.acme.example/v1/cash?day=1',
      credentials: { apiKey: 'a key&more' },
    });
    expect(request.url.href).toBe('https://api.acme.example/v1/cash?day=1&apikey=a%20key%26more');
  });

  // Published by an institution; the key is its own name.
  test('the HMAC that was published', () => {
    const request = prepared('HMAC-SHA256', 'signed', {
      method: 'POST',
      url: 'https://api.acme.example/v2/order',
      body: '{"market":"BTC-EUR","side":"buy","price":"5000","amount":"1.23","orderType":"limit"}',
      now: 1548172481125,
      credentials: { apiKey: 'the key', apiSecret: ['bit', 'vavo'].join('') },
      open: ['apiKey'],
    });
    expect(headerOf(request, 'x-signature')).toBe(
      '44d022723a20973a18f7ee97398b9fdd405d2d019c8d39e24b8cc0dcb39ca016',
    );
    expect(headerOf(request, 'x-timestamp')).toBe('1548172481125');
  });

  test('a token whose signature the public key confirms', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const request = prepared('A token that is signed for each request (JWT, ES256)', 'jwt', {
      url: 'https://api.acme.example/v3/accounts?limit=250',
      credentials: {
        keyName: 'keys/2',
        privateKey: privateKey.export({ type: 'sec1', format: 'pem' }).toString(),
      },
      open: ['keyName'],
      now: 1_700_000_000_000,
    });
    const [header = '', payload = '', signature = ''] = (headerOf(request, 'authorization') ?? '')
      .replace('Bearer ', '')
      .split('.');
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(header)).toMatchObject({ alg: 'ES256', kid: 'keys/2' });
    expect(read(payload)).toEqual({
      iss: 'acme',
      sub: 'keys/2',
      nbf: 1_700_000_000,
      exp: 1_700_000_120,
      uri: 'GET api.acme.example/v3/accounts',
    });
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify('sha256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  test('a refresh token for an access token, which later requests have', () => {
    const title = 'OAuth 2.0: an access token for a refresh token';
    const login = prepared(title, 'refresh', {
      method: 'POST',
      url: 'https://login.acme.example/oauth/token',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: 'grant_type=refresh_token',
      credentials: {
        clientId: 'client',
        clientSecret: 'client secret',
        refreshToken: 'tGzv3JOkF0XG5Qx2TlKWIA',
      },
      open: ['clientId'],
      isLogin: true,
    });
    expect(bodyOf(login)).toBe(
      'grant_type=refresh_token&client_id=client&client_secret=client+secret&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA',
    );
    const later = prepared(title, 'access', { captures: { accessToken: '2YotnFZFEjr1zCsicMWpAA' } });
    expect(headerOf(later, 'authorization')).toBe('Bearer 2YotnFZFEjr1zCsicMWpAA');
  });
});

test('the page has all words of the contract', () => {
  const words = PAGE.slice(PAGE.indexOf('## Words'));
  // A step has its name first, then what it does; a placement begins with its place.
  const steps = SigningStepSchema.options.map(({ shape }) => Object.keys(shape)[1] ?? '');
  const places = PlacementSchema.options.map(({ shape }) => Object.keys(shape)[0] ?? '');
  for (const word of [...steps, ...places, ...TEXT_ENCODINGS, ...BYTE_ENCODINGS, ...REQUEST_PARTS])
    expect(words).toContain(`\`${word}\``);
});
