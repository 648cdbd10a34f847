import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { granted } from './fixtures/granted.js';
import {
  matchFrame,
  matchRequest,
  matchSocket,
  readTarget,
  type AskedRequest,
  type GrantedPermission,
} from './index.js';

const ORIGIN = 'https://api.acme.example';
const JSON_TYPE: AskedRequest['headers'] = [['Content-Type', 'application/json; charset=utf-8']];
const FORM_TYPE: AskedRequest['headers'] = [['content-type', 'application/x-www-form-urlencoded']];

function ask(
  permissions: readonly GrantedPermission[],
  url: string,
  request: { method?: string; headers?: AskedRequest['headers']; body?: string | Uint8Array } = {},
): string {
  const { method = 'GET', headers = [], body } = request;
  const bytes = body === undefined ? undefined : Buffer.from(body as string);
  return matchRequest(permissions, readTarget(url), { method, headers, body: bytes }).id;
}

const refusal = (code: string): Error => expect.objectContaining({ code }) as unknown as Error;

test('an origin, a method and a path have to be allowed, and the refusal says which is not', () => {
  const permissions = [granted('read', { paths: ['/v2/accounts', '/v2/orders/*'] })];
  expect(ask(permissions, `${ORIGIN}/v2/accounts?all=1`)).toBe('read');
  expect(ask(permissions, `${ORIGIN}:443/v2/orders/7`)).toBe('read');
  expect(ask(permissions, 'https://API.acme.example/v2/accounts#part')).toBe('read');
  expect(() => ask(permissions, 'https://other.acme.example/v2/accounts')).toThrow(
    /for https:\/\/other\.acme\.example/,
  );
  expect(() => ask(permissions, `${ORIGIN}:444/v2/accounts`)).toThrow(/:444/);
  expect(() => ask(permissions, 'http://api.acme.example/v2/accounts')).toThrow(/http:/);
  expect(() => ask(permissions, 'wss://api.acme.example/v2/accounts')).toThrow(/wss:/);
  expect(() => ask(permissions, `${ORIGIN}/v2/accounts`, { method: 'POST' })).toThrow(/for POST/);
  for (const path of ['/v2/accounts/', '/v2/Accounts', '/v2/orders', '/v2/orders/', '/v2/orders/7/8', '/v2'])
    expect(() => ask(permissions, ORIGIN + path)).toThrow(/this path/);
});

test('the rest of a path has at least one segment', () => {
  const permissions = [granted('read')];
  expect(ask(permissions, `${ORIGIN}/v2/a/b/c`)).toBe('read');
  expect(() => ask(permissions, `${ORIGIN}/v2`)).toThrow(/this path/);
  expect(() => ask(permissions, `${ORIGIN}/v2a/b`)).toThrow(/this path/);
});

test('the permission that says most of the path is taken, and one with a discriminator before one without', () => {
  const when = { in: 'query' as const, member: 'view', values: ['full'] };
  const permissions = [
    granted('rest', { paths: ['/**'] }),
    granted('one', { paths: ['/v2/*'] }),
    granted('literal', { paths: ['/v2/orders'] }),
    granted('view', { paths: ['/v2/orders'], when }),
  ];
  expect(ask(permissions, `${ORIGIN}/v1`)).toBe('rest');
  expect(ask(permissions, `${ORIGIN}/v2/trades`)).toBe('one');
  expect(ask(permissions, `${ORIGIN}/v2/orders`)).toBe('literal');
  expect(ask(permissions, `${ORIGIN}/v2/orders?view=full`)).toBe('view');
});

test('loopback is reached by its own permission alone', () => {
  const permissions = [granted('gateway', { origin: 'loopback:5000', paths: ['/**'] })];
  expect(ask(permissions, 'https://localhost:5000/v1')).toBe('gateway');
  expect(ask(permissions, 'https://127.0.0.1:5000/v1')).toBe('gateway');
  expect(ask(permissions, 'https://[::1]:5000/v1')).toBe('gateway');
  for (const url of [
    'https://localhost:5001/v1',
    'http://localhost:5000/v1',
    'https://127.0.0.2:5000/v1',
    'https://0x7f.2:5000/v1',
  ])
    expect(() => ask(permissions, url)).toThrow(refusal('PERMISSION_DENIED'));
});

const ODD_PATHS = [
  '/v2/%2e%2e/orders', '/v2/%2E/orders', '/v2/a%2forders', '/v2/a%5corders', '/v2/a%00', '/v2/a%0d%0a', '/v2/a%7f', '/v2//orders',
  '//v2/orders', '/v2/../orders', '/v2/./orders', '/v2\\orders', '/v2/..;/orders', '/v2/%6frders', '/v2/orders%2Ejson', '/v2/%252e',
  '/v2/%c3%28', '/v2/%ff', '/v2/%', '/v2/%zz', '/v2/a b', '/v2/a\tb', '/v2/a\u0000', '/v2/%C0%AE', '/v2/%e0%80%af', '/v2/..',
]; // prettier-ignore

test.each(ODD_PATHS)('the path "%s" is refused before any permission is looked at', (path) => {
  expect(() => ask([granted('all', { paths: ['/**'] })], ORIGIN + path)).toThrow(refusal('NETWORK_REFUSED'));
});

test('user names, unreadable and overlong URLs are refused', () => {
  expect(() => readTarget('https://user@api.acme.example/')).toThrow(refusal('NETWORK_REFUSED'));
  expect(() => readTarget('https://:word@api.acme.example/')).toThrow(refusal('NETWORK_REFUSED'));
  expect(() => readTarget('api.acme.example')).toThrow(refusal('INVALID_REQUEST'));
  expect(() => readTarget(`${ORIGIN}/${'a'.repeat(20_000)}`)).toThrow(refusal('INVALID_REQUEST'));
});

test('escapes that are needed are one whatever their letters', () => {
  const permissions = [granted('read', { paths: ['/v2/caf%C3%A9'] })];
  expect(ask(permissions, `${ORIGIN}/v2/caf%c3%a9`)).toBe('read');
  expect(ask(permissions, `${ORIGIN}/v2/café`)).toBe('read');
});

test('what stands behind a semicolon is allowed where the pattern has it literally', () => {
  const permissions = [granted('read', { paths: ['/v2/*', '/v3/list;view=all', '/v4/**'] })];
  expect(ask(permissions, `${ORIGIN}/v3/list;view=all`)).toBe('read');
  for (const path of ['/v2/a;b=c', '/v4/a;b/c', '/v3/list;view=one'])
    expect(() => ask(permissions, ORIGIN + path)).toThrow(/this path/);
});

describe('what makes another method of a request', () => {
  const permissions = [granted('read', { methods: ['GET', 'POST'], paths: ['/**'] })];
  const post = (type: string, body: string | Uint8Array): string =>
    ask(permissions, `${ORIGIN}/v2/x`, { method: 'POST', headers: [['content-type', type]], body });

  test.each([
    '_method=DELETE', 'a=1&_METHOD=put', '%5Fmethod=DELETE', '%5fM%65thod=DELETE', 'a=1;_method=DELETE', '.method=DELETE', '_method[]=DELETE',
    'X-HTTP-Method-Override=DELETE', 'x_http_method=DELETE', '_HttpMethod=PATCH', '%EF%BC%BFmethod=DELETE',
  ])('%s is refused in a query and in a form', (pairs) => {
    expect(() => ask(permissions, `${ORIGIN}/v2/x?${pairs}`)).toThrow(/another method/);
    expect(() => post('application/x-www-form-urlencoded', pairs)).toThrow(/another method/);
    expect(() => post('text/plain', pairs)).toThrow(/another method/);
  }); // prettier-ignore

  test('is refused in JSON and in a form of parts', () => {
    expect(() => post('application/json', '{"a":1,"\\u005fmethod":"DELETE"}')).toThrow(/another method/);
    const parts = '--x\r\nContent-Disposition: form-data; name="_method"\r\n\r\nDELETE\r\n--x--';
    expect(() => post('multipart/form-data; boundary=x', parts)).toThrow(/another method/);
  });

  test.each([
    ['is not said to be JSON', 'text/plain', '{"_method":"DELETE"}'],
    ['is said to be a form', 'application/x-www-form-urlencoded', '{"_method":"DELETE"}'],
    ['is said to be in other letters', 'application/json; charset=iso-8859-1', '{"_method":"DELETE"}'],
    ['has a byte order mark', 'application/json', '\ufeff{"_method":"DELETE"}'],
    ['has a comma at the end', 'application/json', '{"\\u005fmethod":"DELETE",}'],
    ['has a comment', 'application/json', '{/**/"x-http-method-override":"DELETE"}'],
    ['is in UTF-16', 'application/json', Buffer.from('{"_method":"DELETE"}', 'utf16le')],
    ['is said to be a form and is JSON in parts', 'multipart/mixed; boundary=x', '--x\r\n\r\n{"_method":"PUT"}'],
    ['names a part by its charset', 'multipart/form-data; boundary=x', `form-data; name*=UTF-8''%5Fmethod`],
    ['escapes the name of a part', 'multipart/form-data; boundary=x', 'form-data; name="\\_method"'],
    ['ends a name early', 'application/x-www-form-urlencoded', '_method%00=DELETE'],
  ])('is refused in a body that %s', (_, type, body) => {
    expect(() => post(type, body)).toThrow(/another method/);
  }); // prettier-ignore

  test('is none where a method is only spoken of', () => {
    expect(post('text/plain', 'A payment_method of the method. method=list')).toBe('read');
    expect(ask(permissions, `${ORIGIN}/v2/x?method=list&payment_method=card&note=_method`)).toBe('read');
    expect(post('application/json', '{"method":"list","note":"_method"}')).toBe('read');
    expect(post('application/json', '[{"_method":"in a list"}]')).toBe('read');
    expect(post('application/x-www-form-urlencoded', 'method=list')).toBe('read');
  });

  test('is let through where the permission looks at it', () => {
    const when = { in: 'form' as const, member: '_method', values: ['list'] };
    const own = [granted('list', { methods: ['POST'], paths: ['/**'], when })];
    const form = { method: 'POST', headers: FORM_TYPE };
    expect(ask(own, `${ORIGIN}/v2/x`, { ...form, body: '_method=list' })).toBe('list');
    expect(() => ask(own, `${ORIGIN}/v2/x`, { ...form, body: '_method=DELETE' })).toThrow(/unless/);
    expect(() => ask(own, `${ORIGIN}/v2/x?_method=DELETE`, { ...form, body: '_method=list' })).toThrow(
      /another method/,
    );
  });
});

describe('trading', () => {
  const permissions = [
    granted('read', { methods: ['GET', 'POST'], paths: ['/**'] }),
    granted('trade', { methods: ['POST'], paths: ['/v2/orders', '/v2/orders/*/cancel'], access: 'trade' }),
  ];

  test.each([
    '/v2/orders',
    '/v2/ORDERS',
    '/v2/orders/',
    '/V2/orders;a=b',
    '/v2/orders/7/cancel',
    '/v2/ｏrders',
    '/v2/orders%3Ba',
  ])('POST %s is trading although reading fits', (path) => {
    expect(() => ask(permissions, ORIGIN + path, { method: 'POST' })).toThrow(/no trading/);
  });

  test('what is not meant by the trading permission is read', () => {
    expect(ask(permissions, `${ORIGIN}/v2/orders`)).toBe('read');
    expect(ask(permissions, `${ORIGIN}/v2/orders/7`, { method: 'POST' })).toBe('read');
  });

  test('no spelling of a path makes trading of reading', () => {
    const letter = (character: string): fc.Arbitrary<string> =>
      fc.constantFrom(character, character.toUpperCase(), `%${character.charCodeAt(0).toString(16)}`);
    const spelled = fc.tuple(...[...'orders'].map(letter)).map((letters) => letters.join(''));
    const tail = fc.constantFrom('', '/', ';', ';x=1', '/;', '%3B', '?x=1', '#x');
    fc.assert(
      fc.property(spelled, tail, (word, end) => {
        expect(() => ask(permissions, `${ORIGIN}/v2/${word}${end}`, { method: 'POST' })).toThrow();
      }),
    );
  });
});

describe('a discriminator', () => {
  const read = granted('read', {
    methods: ['POST'],
    paths: ['/rpc'],
    when: { in: 'json', member: '/call/method', values: ['list', 'get'] },
  });
  const post = (body: string | Uint8Array, headers = JSON_TYPE): string =>
    ask([read], `${ORIGIN}/rpc`, { method: 'POST', headers, body });

  test('finds its member in JSON', () => {
    expect(post('{"id":1,"call":{"method":"list"}}')).toBe('read');
    expect(post(' {"call" : {"m\\u0065thod":"g\\u0065t"}}')).toBe('read');
  });

  test.each([
    ['is missing', '{"call":{}}'],
    ['has another value', '{"call":{"method":"order"}}'],
    ['differs by a letter', '{"call":{"method":"List"}}'],
    ['stands twice', '{"call":{"method":"list","method":"order"}}'],
    ['stands twice, once escaped', '{"call":{"method":"list","m\\u0065thod":"order"}}'],
    ['stands there in other letters too', '{"call":{"method":"list","Method":"order"}}'],
    ['stands there in look-alike letters too', '{"call":{"method":"list","ｍethod":"order"}}'],
    ['is in an object that stands twice', '{"call":{"method":"order"},"call":{"method":"list"}}'],
    [
      'is in an object that stands there in other letters too',
      '{"CALL":{"method":"order"},"call":{"method":"list"}}',
    ],
    ['is no text', '{"call":{"method":["list"]}}'],
    ['is one of many', '[{"call":{"method":"list"}}]'],
    ['follows a byte order mark', '\uFEFF{"call":{"method":"list"}}'],
    ['has a comment', '{"call":{"method":"list"}/**/}'],
    ['is followed by more', '{"call":{"method":"list"}}{"call":{"method":"order"}}'],
    ['is followed by a zero', '{"call":{"method":"list"}}\u0000'],
    ['is in no JSON', 'call=list'],
    ['is in nothing', ''],
  ])('does not fit where its member %s', (_, body) => {
    expect(() => post(body)).toThrow(refusal('PERMISSION_DENIED'));
  });

  test('does not fit where the body is no UTF-8 or said to be something else', () => {
    const body = '{"call":{"method":"list"}}';
    expect(() => post(Buffer.from([...Buffer.from(body), 0xff]))).toThrow(refusal('PERMISSION_DENIED'));
    expect(() => post(Buffer.from(body, 'utf16le'))).toThrow(refusal('PERMISSION_DENIED'));
    for (const headers of [
      [],
      FORM_TYPE,
      [['content-type', 'application/json; charset=utf-7']],
      [...JSON_TYPE, ...JSON_TYPE],
    ])
      expect(() => post(body, headers as AskedRequest['headers'])).toThrow(refusal('PERMISSION_DENIED'));
  });

  test.each([
    ['action=list', true],
    ['a=1&action=list&b=%20', true],
    ['action=order', false],
    ['action=list&action=order', false],
    ['action=list&Action=order', false],
    ['action=list&action[]=order', false],
    ['action=list&action%5B0%5D=order', false],
    ['action=list;action=order', false],
    ['action=%FF', false],
    ['action=list&%', false],
    ['', false],
  ])('of a form: %s', (body, fits) => {
    const form = granted('read', {
      methods: ['POST'],
      when: { in: 'form', member: 'action', values: ['list'] },
    });
    const send = (): string => ask([form], `${ORIGIN}/v2/x`, { method: 'POST', headers: FORM_TYPE, body });
    if (fits) expect(send()).toBe('read');
    else expect(send).toThrow(refusal('PERMISSION_DENIED'));
  });

  test('of trading keeps whatever may be meant by it', () => {
    const trade = granted('trade', {
      methods: ['POST'],
      paths: ['/rpc'],
      access: 'trade',
      when: { in: 'json', member: '/method', values: ['order'] },
    });
    const open = granted('read', { methods: ['POST'], paths: ['/rpc'] });
    const send = (body: string): string =>
      ask([open, trade], `${ORIGIN}/rpc`, { method: 'POST', headers: JSON_TYPE, body });
    expect(send('{"method":"list"}')).toBe('read');
    expect(send('{}')).toBe('read');
    for (const body of [
      '{"method":"order"}',
      '{"method":"ORDER"}',
      '{"Method":"list"}',
      '{"method":1}',
      '[]',
      'x',
      '{"method":"order "}',
    ])
      expect(() => send(body)).toThrow(/no trading/);
  });
});

describe('a socket', () => {
  const socket = { origin: 'wss://api.acme.example', paths: ['/stream'] };
  const frame = (values: string[]): { when: { in: 'frame'; member: string; values: string[] } } => ({
    when: { in: 'frame', member: '/action', values },
  });
  const target = readTarget('wss://api.acme.example/stream');
  const send = (permissions: GrantedPermission[], text: string): string =>
    matchFrame(matchSocket(permissions, target), target.url, Buffer.from(text)).id;

  test('takes the frames that its permissions name', () => {
    const permissions = [
      granted('quotes', { ...socket, ...frame(['subscribe']) }),
      granted('bars', { ...socket, ...frame(['bars']) }),
      granted('orders', { ...socket, ...frame(['order']), access: 'trade' }),
    ];
    expect(send(permissions, '{"action":"subscribe"}')).toBe('quotes');
    expect(send(permissions, '{"action":"bars"}')).toBe('bars');
    for (const text of [
      '{"action":"order"}',
      '{"action":"Order"}',
      '{"action":"subscribe","action":"order"}',
      'ping',
      '{"Action":"bars"}',
    ])
      expect(() => send(permissions, text)).toThrow(refusal('PERMISSION_DENIED'));
  });

  test('takes any frame where a permission has no discriminator, but for trading', () => {
    const open = granted('open', socket);
    expect(send([open], 'ping')).toBe('open');
    const trade = granted('orders', { ...socket, ...frame(['order']), access: 'trade' });
    expect(send([open, trade], '{"action":"list"}')).toBe('open');
    expect(() => send([open, trade], 'ping')).toThrow(/no trading/);
  });

  test('is not opened for trading, or on another path', () => {
    expect(() => matchSocket([granted('orders', { ...socket, access: 'trade' })], target)).toThrow(/socket/);
    expect(() => matchSocket([granted('open', { ...socket, paths: ['/other'] })], target)).toThrow(/socket/);
  });
});
