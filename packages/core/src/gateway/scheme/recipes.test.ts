import { describe, expect, test } from '@jest/globals';
import type { Placement, SigningScheme } from '../../interfaces/index.js';
import { bodyOf, headerOf, prepareAcme } from './fixtures/prepare-acme.js';

const FORM = [['content-type', 'application/x-www-form-urlencoded']] as const;

describe('a signature in hexadecimal over time, method, path and body', () => {
  const scheme: SigningScheme = {
    steps: [
      { name: 'now', time: 'milliseconds' },
      {
        name: 'content',
        concat: [{ step: 'now' }, { request: 'method' }, { request: 'pathAndQuery' }, { request: 'body' }],
      },
      { name: 'mac', hmac: 'sha256', key: { credential: 'secret' }, of: { step: 'content' } },
      { name: 'signature', encode: { step: 'mac' }, as: 'hex' },
    ],
    place: [
      { header: 'Acme-Access-Key', value: { credential: 'key' } },
      { header: 'Acme-Access-Timestamp', value: { step: 'now' } },
      { header: 'Acme-Access-Signature', value: { step: 'signature' } },
    ],
  };

  // Published by an institution; the key is its own name.
  test.each([
    [
      'GET',
      '/v2/websocket',
      undefined,
      1548175200641,
      '653fc0505431c63a043273da4bd2f0927eae83948d796084f313e5d1131b0d6f',
    ],
    [
      'POST',
      '/v2/order',
      '{"market":"BTC-EUR","side":"buy","price":"5000","amount":"1.23","orderType":"limit"}',
      1548172481125,
      '44d022723a20973a18f7ee97398b9fdd405d2d019c8d39e24b8cc0dcb39ca016',
    ],
  ])('is the published one for %s %s', (method, path, body, now, expected) => {
    const prepared = prepareAcme(scheme, {
      method,
      url: `https://api.acme.example${path}`,
      body,
      now,
      credentials: { key: 'the key', secret: ['bit', 'vavo'].join('') },
      open: ['key'],
    });
    expect(headerOf(prepared, 'Acme-Access-Signature')).toBe(expected);
    expect(headerOf(prepared, 'Acme-Access-Timestamp')).toBe(String(now));
    expect(prepared.used).toEqual(['key', 'secret']);
    expect(prepared.secrets.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([expected]);
  });

  test('covers the query as it goes over the wire', () => {
    const signed = (query: string) =>
      headerOf(
        prepareAcme(scheme, {
          url: `https://api.acme.example/v2/trades${query}`,
          credentials: { key: 'the long key', secret: 'a secret' },
        }),
        'Acme-Access-Signature',
      );
    expect(new Set(['', '?market=A-B', '?market=A%2DB', '?a=1&b=2', '?b=2&a=1'].map(signed)).size).toBe(5);
  });
});

test('a nonce that is a field of the signed form is placed before the steps look at the form', () => {
  const fields = { ordertype: 'limit', pair: 'XBTUSD', price: '37500', type: 'buy', volume: '1.25' };
  const before: Placement[] = [
    { form: 'nonce', value: { step: 'nonce' } },
    ...Object.entries(fields).map(([form, value]) => ({ form, value })),
  ];
  const prepared = prepareAcme(
    {
      before,
      steps: [
        { name: 'nonce', counter: 'milliseconds' },
        { name: 'key', decode: { credential: 'secret' }, from: 'base64' },
        { name: 'content', concat: [{ step: 'nonce' }, { request: 'body' }] },
        { name: 'digest', hash: 'sha256', of: { step: 'content' } },
        { name: 'message', concat: [{ request: 'path' }, { step: 'digest' }] },
        { name: 'mac', hmac: 'sha512', key: { step: 'key' }, of: { step: 'message' } },
        { name: 'signature', encode: { step: 'mac' }, as: 'base64' },
      ],
      place: [{ header: 'Acme-Sign', value: { step: 'signature' } }],
    },
    {
      method: 'POST',
      url: 'https://api.acme.example/0/private/AddOrder',
      headers: FORM,
      now: 1616492376594,
      // A sample that an institution publishes.
      credentials: {
        secret: 'kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==',
      },
    },
  );
  expect(bodyOf(prepared)).toBe(
    'nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25',
  );
  expect(headerOf(prepared, 'Acme-Sign')).toBe(
    '4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==',
  );
});

describe('OAuth 1.0a as in RFC 5849 §1.2', () => {
  const recipe = (parameters: Record<string, string>, token: string): SigningScheme => ({
    steps: [
      { name: 'sorted', parameters, withQuery: true, encoded: 'percent' },
      { name: 'url', encode: { request: 'urlWithoutQuery' }, as: 'percent' },
      { name: 'encoded', encode: { step: 'sorted' }, as: 'percent' },
      { name: 'base', concat: [{ request: 'method' }, '&', { step: 'url' }, '&', { step: 'encoded' }] },
      { name: 'key', concat: [{ credential: 'consumerSecret' }, '&', token] },
      { name: 'mac', hmac: 'sha1', key: { step: 'key' }, of: { step: 'base' } },
      { name: 'text', encode: { step: 'mac' }, as: 'base64' },
      { name: 'signature', encode: { step: 'text' }, as: 'percent' },
      { name: 'header', concat: ['OAuth oauth_signature="', { step: 'signature' }, '"'] },
    ],
    place: [{ header: 'Authorization', value: { step: 'header' } }],
  });
  const common = { oauth_consumer_key: 'dpf43f3p2l4k3l03', oauth_signature_method: 'HMAC-SHA1' };
  const credentials = { consumerSecret: 'kd94hf93k423kf44' };

  test('signs a request with a query', () => {
    const scheme = recipe(
      { ...common, oauth_token: 'nnch734d00sl2jdk', oauth_timestamp: '137131202', oauth_nonce: 'chapoH' },
      'pfkkdhi9sl3r4s00',
    );
    const prepared = prepareAcme(scheme, {
      url: 'http://photos.example.net/photos?file=vacation.jpg&size=original',
      credentials,
    });
    expect(headerOf(prepared, 'Authorization')).toBe(
      'OAuth oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"',
    );
  });
});

describe('what cannot be carried out', () => {
  const place = (value: SigningScheme['place'][number]['value']): SigningScheme => ({
    place: [{ header: 'x-key', value }],
  });
  const at = (code: string, path = 'schemes.acme.place[0]') =>
    expect.objectContaining({ code, place: { path } });

  test.each([
    ['a step that is not there', { step: 'none' }, 'MANIFEST_INVALID'],
    ['an answer, outside of captures', { answer: 'value' }, 'MANIFEST_INVALID'],
    ['a credential that is not given', { credential: 'missing' }, 'CREDENTIAL_MISSING'],
    ['a capture that is not there', { capture: 'missing' }, 'AUTH_EXPIRED'],
    ['a credential of another origin', { credential: 'other' }, 'MANIFEST_INVALID'],
    ['a capture of another origin', { capture: 'other' }, 'MANIFEST_INVALID'],
  ] as const)('%s', (_, value, code) => {
    expect(() =>
      prepareAcme(place(value), { allowed: ['missing'], credentials: { other: 'of another' } }),
    ).toThrow(at(code));
  });

  test('a value that is no text', () => {
    const credentials = { key: Buffer.alloc(16, 0xff) };
    expect(() => prepareAcme(place({ credential: 'key' }), { credentials })).toThrow(
      at('CREDENTIAL_INVALID'),
    );
  });

  test('a short secret outside of a login, and what shows it', () => {
    const credentials = { pin: '1234567', user: 'me' };
    const scheme = {
      steps: [{ name: 'pair', concat: [{ credential: 'user' }, ':', { credential: 'pin' }] }],
      place: [{ header: 'x-pair', value: { step: 'pair' } }],
    } satisfies SigningScheme;
    expect(() => prepareAcme(place({ credential: 'pin' }), { credentials })).toThrow(at('PERMISSION_DENIED'));
    expect(() => prepareAcme(scheme, { credentials, open: ['user'] })).toThrow(at('PERMISSION_DENIED'));
    expect(headerOf(prepareAcme(scheme, { credentials, isLogin: true }), 'x-pair')).toBe('me:1234567');
    expect(
      headerOf(prepareAcme(place({ credential: 'user' }), { credentials, open: ['user'] }), 'x-key'),
    ).toBe('me');
  });
});

test('what was made from secrets is overwritten', () => {
  const prepared = prepareAcme(
    {
      steps: [{ name: 'mac', hmac: 'sha256', key: { credential: 'secret' }, of: { request: 'url' } }],
      place: [{ header: 'x', value: 'open' }],
    },
    { credentials: { secret: 'a long secret' } },
  );
  const { bytes } = prepared.run.resolve({ step: 'mac' }, '');
  expect(bytes.some((byte) => byte !== 0)).toBe(true);
  prepared.run.dispose();
  expect(bytes.every((byte) => byte === 0)).toBe(true);
});

// A vault overwrites all that it has decrypted when another host has changed one of the secrets.
test('a secret stays what it was when the run asked for it', () => {
  const user = Buffer.from('a long name');
  const session = Buffer.from('a long session');
  const credentials = {
    user,
    get password() {
      user.fill(0);
      session.fill(0);
      return 'a long password';
    },
  };
  const prepared = prepareAcme(
    {
      steps: [
        {
          name: 'all',
          concat: [{ credential: 'user' }, ':', { capture: 'session' }, ':', { credential: 'password' }],
        },
      ],
      place: [
        { header: 'x-all', value: { step: 'all' } },
        { header: 'x-user', value: { credential: 'user' } },
      ],
    },
    { credentials, captures: { session } },
  );
  expect(headerOf(prepared, 'x-all')).toBe('a long name:a long session:a long password');
  expect(headerOf(prepared, 'x-user')).toBe('a long name');
  const { bytes } = prepared.run.resolve({ credential: 'user' }, '');
  prepared.run.dispose();
  expect(bytes.every((byte) => byte === 0)).toBe(true);
});
