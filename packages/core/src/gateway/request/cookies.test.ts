import { expect, test } from '@jest/globals';
import { Cookies } from './cookies.js';

const API = new URL('https://api.acme.example/v1/x');

function after(...values: string[]): Cookies {
  const cookies = new Cookies();
  cookies.take(
    values.map((value) => ['Set-Cookie', value]),
    API,
  );
  return cookies;
}

const sent = (cookies: Cookies, url: string): string | undefined => cookies.headerFor(new URL(url))[0]?.[1];

test('cookies go back to where they are from, and nowhere else', () => {
  const cookies = after('a=1', 'b=2; Path=/v1', 'c=3; Path=/v2', 'd=4; Domain=acme.example; Path=/');
  expect(sent(cookies, 'https://api.acme.example/v1/y')).toBe('a=1; b=2; d=4');
  expect(sent(cookies, 'https://files.acme.example/v1/y')).toBe('d=4');
  expect(sent(cookies, 'https://other.example/v1/y')).toBeUndefined();
});

test('a cookie for others is dropped', () => {
  for (const value of ['a=1; Domain=other.example', 'a=1; Domain=example.com', 'a=1; Domain=com', 'a', ''])
    expect(sent(after(value), 'https://api.acme.example/v1/x')).toBeUndefined();
});

test('one that is secure goes over TLS alone, a socket too', () => {
  const cookies = after('a=1; Secure; Path=/');
  expect(sent(cookies, 'wss://api.acme.example/stream')).toBe('a=1');
  expect(sent(cookies, 'http://api.acme.example/')).toBeUndefined();
});

test('a new value takes the place of the old, and what is over is gone', () => {
  expect(sent(after('a=1', 'a=2'), API.href)).toBe('a=2');
  expect(sent(after('a=1', 'a=1; Max-Age=0'), API.href)).toBeUndefined();
});

test('values that no script would see are secrets, and what looks like a token whatever its flags are', () => {
  const { secrets } = after(
    'language=Nederlands',
    'account=123456789',
    'short=a1b2c3d',
    'hidden=hidden-value; HttpOnly',
    'session=9f86d081884c7d65; Secure',
  );
  expect(secrets.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
    'hidden-value',
    '9f86d081884c7d65',
  ]);
});

test('an institution cannot fill the memory of the host', () => {
  const cookies = after(
    ...Array.from({ length: 500 }, (_, index) => `c${index}=x`),
    `big=${'x'.repeat(5000)}`,
  );
  expect(sent(cookies, API.href)?.split('; ')).toHaveLength(100);
  cookies.take([['set-cookie', 'c1=new']], API);
  expect(sent(cookies, API.href)).toContain('c1=new');
});

test('nor by one name at many paths', () => {
  const cookies = after(...Array.from({ length: 500 }, (_, index) => `a=1; HttpOnly; Path=/v1/x/${index}`));
  expect(cookies.secrets).toHaveLength(100);
  cookies.take([['set-cookie', 'a=2; Path=/v1/x/7']], API);
  expect(sent(cookies, `${API.href}/7`)).toBe('a=2');
  cookies.take([['set-cookie', 'b=1; Path=/v1']], API);
  expect(sent(cookies, API.href)).toBeUndefined();
});

test('those of a session that has ended are sent no more, and stay secret until others are set', () => {
  const token = '0123456789abcdef0123456789abcdef';
  const cookies = after(`session=${token}; HttpOnly`);
  cookies.clear();
  expect(sent(cookies, API.href)).toBeUndefined();
  expect(cookies.secrets.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([token]);
  cookies.take([['Set-Cookie', 'a=1']], API);
  expect([sent(cookies, API.href), cookies.secrets]).toEqual(['a=1', []]);
});

test('programs on this machine do not get the cookies of each other, though all are at localhost', () => {
  const cookies = new Cookies();
  const [program, other] = [new URL('https://localhost:5000/'), new URL('https://localhost:5001/')];
  cookies.take([['set-cookie', 'a=1; Path=/; Secure']], program);
  cookies.take([['set-cookie', 'a=2; Path=/; Domain=localhost']], other);
  cookies.take([['set-cookie', 'b=3; Path=/']], other);
  expect(sent(cookies, program.href)).toBe('a=1');
  expect(sent(cookies, 'wss://localhost:5000/stream')).toBe('a=1');
  expect(sent(cookies, other.href)).toContain('b=3');
  expect(sent(cookies, other.href)).not.toContain('a=1');
  cookies.clear();
  expect(sent(cookies, program.href)).toBeUndefined();
});
