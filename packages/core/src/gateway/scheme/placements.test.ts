import { describe, expect, test } from '@jest/globals';
import type { Placement } from '../../interfaces/index.js';
import { bodyOf, headerOf, prepareAcme, type AcmeRequest } from './fixtures/prepare-acme.js';
import { fillsFrames } from './prepare.js';

const SECRET = 'a/b c+ü%2e';
const value = { credential: 'key' };
const place = (placement: Placement, request: AcmeRequest = {}) =>
  prepareAcme({ place: [placement] }, { credentials: { key: SECRET }, ...request });
const urlOf = (placement: Placement, url: string, key = SECRET) =>
  place(placement, { url, credentials: { key } }).request.url.href;
const FORM = {
  method: 'POST',
  headers: [['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']],
} as const;
const refused = (message: string) =>
  expect.objectContaining({ code: 'INVALID_REQUEST', message: expect.stringContaining(message) });

describe('a header', () => {
  const key = { credentials: { key: 'text of a key' } };

  test('is added', () => {
    expect(
      place({ header: 'X-Key', value }, { ...key, headers: [['accept', '*/*']] }).request.headers,
    ).toEqual([
      ['accept', '*/*'],
      ['X-Key', 'text of a key'],
    ]);
  });

  test('that the plugin wrote is refused in any case', () => {
    expect(() => place({ header: 'X-Key', value }, { ...key, headers: [['x-kEY', '1']] })).toThrow(
      refused('wrote the header'),
    );
  });

  test.each([
    'Host',
    'content-length',
    'Transfer-Encoding',
    'cookie',
    'Proxy-Authorization',
    'sec-fetch-mode',
    'a b',
    '',
  ])('%j is filled by no recipe', (header) => {
    expect(() => place({ header, value }, key)).toThrow(refused('cannot fill'));
  });

  test.each(['line\r\nx: y', 'nul\0', ' white', 'white ', 'ümlaut', '\u{1f511} key'])(
    'cannot have the value %j',
    (bad) => {
      expect(() => place({ header: 'x-key', value }, { credentials: { key: bad }, isLogin: true })).toThrow(
        refused('no text for the header'),
      );
    },
  );
});

describe('the query', () => {
  test.each([
    ['https://a.example/x', 'https://a.example/x?key=a%2Fb%20c%2B%C3%BC%252e'],
    ["https://a.example/x?b=%7e'+~,&&c", 'https://a.example/x?b=%7e%27+~,&&c&key=a%2Fb%20c%2B%C3%BC%252e'],
  ])('of %s becomes that of %s', (before, after) => {
    expect(urlOf({ query: 'key', value }, before)).toBe(after);
  });

  test.each(['?key=1', '?a&key', '?%6bey=2', '?KEY=1&key='])('%s is the plugin’s own', (query) => {
    expect(() => urlOf({ query: 'key', value }, `https://a.example/x${query}`)).toThrow(
      refused('into the query'),
    );
  });
});

describe('the path', () => {
  test('has the value in the segment of the name', () => {
    expect(urlOf({ segment: 'key', value }, 'https://a.example/v1/{key}/x?y={key}')).toBe(
      'https://a.example/v1/a%2Fb%20c%2B%C3%BC%252e/x?y={key}',
    );
  });

  test.each([
    ['/v1/key', 'x', 'must have the segment'],
    ['/{key}/{key}', 'x', 'once'],
    ['/a{key}', 'x', 'must have the segment'],
    ['/{key}', '..', 'no segment'],
    ['/{key}', '.', 'no segment'],
    ['/{key}', '', 'no segment'],
  ])('%s cannot have %j', (path, key, message) => {
    const request = { url: `https://a.example${path}`, credentials: { key }, isLogin: true };
    expect(() => place({ segment: 'key', value }, request)).toThrow(refused(message));
  });

  test('has a matrix parameter behind its last segment', () => {
    expect(urlOf({ matrix: 'sid', value }, 'https://a.example/v1/x;v=1?y', 'A1.node;b')).toBe(
      'https://a.example/v1/x;v=1;sid=A1.node%3Bb?y',
    );
    for (const path of ['/x;sid=1', '/x;a=1;%73id', '/x%3bsid=2', '/x;sid%3d2'])
      expect(() => urlOf({ matrix: 'sid', value }, `https://a.example${path}`)).toThrow(
        refused('into the path'),
      );
  });
});

describe('a cookie', () => {
  const cookie = { cookie: 'SID', value };
  const credentials = { key: 'A1.node-0001' };

  test('stands behind those that the host keeps and takes the place of its older self', () => {
    expect(headerOf(place(cookie, { credentials }), 'cookie')).toBe('SID=A1.node-0001');
    const headers = [['Cookie', 'a=1; SID=old;b="2=3"']] as const;
    expect(headerOf(place(cookie, { credentials, headers }), 'cookie')).toBe(
      'a=1; b="2=3"; SID=A1.node-0001',
    );
  });

  test.each(['a; b=1', 'a\r\nb', 'a,bcdefgh', '"quoted"', 'white space'])('cannot be %j', (key) => {
    expect(() => place(cookie, { credentials: { key }, isLogin: true })).toThrow(refused('cookie'));
  });
});

describe('a form', () => {
  test('of millions of fields without a value gets its field in a time that grows with them, not with their square', () => {
    const body = 'a&'.repeat(2_000_000);
    expect(bodyOf(place({ form: 'key', value }, { ...FORM, body })).slice(body.length)).toBe(
      '&key=a%2Fb+c%2B%C3%BC%252e',
    );
  });

  test.each([
    [undefined, 'key=a%2Fb+c%2B%C3%BC%252e'],
    ['', 'key=a%2Fb+c%2B%C3%BC%252e'],
    ['z=%7e+1&a=&&b', 'z=%7e+1&a=&&b&key=a%2Fb+c%2B%C3%BC%252e'],
  ])('%j becomes %j', (body, expected) => {
    expect(bodyOf(place({ form: 'key', value }, { ...FORM, body }))).toBe(expected);
  });

  test.each([
    [{ ...FORM, body: 'a=1&k%65y=2' }, 'wrote the field'],
    [{ ...FORM, headers: [] }, 'no form'],
    [{ ...FORM, headers: [...FORM.headers, ...FORM.headers] }, 'no form'],
    [{ ...FORM, headers: [['content-type', 'text/plain']] as const, body: 'a=1' }, 'no form'],
  ])('is refused in %j', (request, message) => {
    expect(() => place({ form: 'key', value }, request)).toThrow(refused(message));
  });
});

describe('a JSON body', () => {
  const post = (body: string | undefined, placement: Placement, key = SECRET) =>
    bodyOf(place(placement, { method: 'POST', body, credentials: { key }, isLogin: true }));

  test('has one more member and the same bytes before', () => {
    expect(
      post('{ "price": 1.00, "n":\t12345678901234567890 }', { json: '/key', value }, 'say "hi"\u2028'),
    ).toBe('{ "price": 1.00, "n":\t12345678901234567890 ,"key":"say \\"hi\\"\u2028"}');
    expect(post('{"login":{}}', { json: '/login/key', value }, 'x')).toBe('{"login":{"key":"x"}}');
  });

  test('keeps the leading zeros of a code, and has numbers where the recipe says so', () => {
    expect(post('{}', { json: '/code', value }, '012345')).toBe('{"code":"012345"}');
    expect(post('{}', { json: '/at', value, as: 'number' }, '1709287200123')).toBe('{"at":1709287200123}');
    for (const text of ['012', '1e5', '-1', '', '12345678901234567'])
      expect(() => post('{}', { json: '/at', value, as: 'number' }, text)).toThrow(refused('whole number'));
  });

  test.each([
    ['{"key":null}', '/key', 'there already'],
    ['{"k\\u0065y":1}', '/key', 'there already'],
    ['{"l":[]}', '/l/0', 'no object'],
    ['{}', '/a/key', 'no object'],
    ['{}', '/__proto__', 'no JSON pointer'],
    ['{}', 'key', 'no JSON pointer'],
    ['{"a":1,"a":2}', '/key', 'twice'],
    ['{"a":1} x', '/key', 'no JSON text'],
    ['', '/key', 'no JSON text'],
    [undefined, '/key', 'no JSON text'],
  ])('%j cannot have %s', (body, json, message) => {
    expect(() => post(body, { json, value })).toThrow(refused(message));
  });
});

test('a frame is filled like a body', () => {
  const scheme = {
    steps: [{ name: 'now', time: 'milliseconds' as const }],
    place: [
      { frame: '/key', value },
      { frame: '/timestamp', value: { step: 'now' }, as: 'number' as const },
    ],
  };
  expect(fillsFrames(scheme)).toBe(true);
  expect(fillsFrames({ place: [{ header: 'x', value }] })).toBe(false);
  const prepared = prepareAcme(scheme, {
    url: 'wss://ws.acme.example/v2/',
    body: '{"action":"authenticate"}',
    credentials: { key: 'the key of it' },
    now: 1548175200641,
  });
  expect(bodyOf(prepared)).toBe('{"action":"authenticate","key":"the key of it","timestamp":1548175200641}');
});

test('what one placement wrote the next one does not overwrite', () => {
  expect(() =>
    prepareAcme(
      { before: [{ query: 'k', value }], place: [{ query: 'k', value }] },
      { credentials: { key: SECRET } },
    ),
  ).toThrow(expect.objectContaining({ place: { path: 'schemes.acme.place[0]' } }));
});
