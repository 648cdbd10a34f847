import { expect, test } from '@jest/globals';
import { toAddress } from './address.js';

const remote = new URL('https://registry.example/');
const local = new URL('http://127.0.0.1:4873/');

test.each([
  ['https://registry.example/acme', undefined],
  ['http://localhost:4873/', undefined],
  ['http://[::1]:4873/', undefined],
  ['/acme', local],
  ['https://files.example/acme.tgz', remote],
  ['https://registry.example/acme', local],
])('packages come from %s', (text, base) => {
  expect(toAddress(text, base).href).toContain(text);
});

test.each([
  ['http://registry.example/', undefined],
  ['http://127.0.0.1.registry.example/', undefined],
  ['ftp://127.0.0.1/', undefined],
  ['file:///etc/passwd', undefined],
  ['no address', undefined],
  // What is elsewhere leads nowhere on this machine.
  ['http://127.0.0.1:8080/', remote],
  ['https://localhost/', remote],
  ['http://registry.example/acme', remote],
])('no packages come from %s, told by %s', (text, base) => {
  expect(() => toAddress(text, base)).toThrow(expect.objectContaining({ code: 'REGISTRY_REFUSED' }));
});
