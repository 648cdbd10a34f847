import { expect, test } from '@jest/globals';
import { hostsOf, loopbackUrl } from './hosts.js';

test('origins of one host and port are one host, in the order of the first', () => {
  const origins = ['wss://a.example', 'https://b.example', 'https://a.example:443', 'https://a.example:8443'];
  expect(hostsOf(origins)).toEqual([
    { key: 'a.example:443', name: 'a.example', origins: ['wss://a.example', 'https://a.example:443'] },
    { key: 'b.example:443', name: 'b.example', origins: ['https://b.example'] },
    { key: 'a.example:8443', name: 'a.example', origins: ['https://a.example:8443'] },
  ]);
});

test("a gateway on the user's own machine is localhost", () => {
  expect(hostsOf(['loopback:5000'])).toEqual([
    { key: 'localhost:5000', name: 'localhost', origins: ['loopback:5000'] },
  ]);
});

test.each(['http://a.example', 'ftp://a.example'])('%s is no origin to emulate', (origin) => {
  expect(() => hostsOf([origin])).toThrow(/https:, wss: or loopback:/);
});

test.each([
  ['https://a.example', false, 'http://127.0.0.1:1'],
  ['https://a.example', true, 'https://127.0.0.1:1'],
  ['wss://a.example', false, 'ws://127.0.0.1:1'],
  ['wss://a.example', true, 'wss://127.0.0.1:1'],
  ['loopback:5000', true, 'https://127.0.0.1:1'],
])('%s, TLS %s: %s', (origin, tls, url) => {
  expect(loopbackUrl(origin, 1, tls)).toBe(url);
});
