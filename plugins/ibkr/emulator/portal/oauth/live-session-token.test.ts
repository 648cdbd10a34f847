import { expect, test } from '@jest/globals';
import { createDiffieHellman, createHmac } from 'node:crypto';
import { makeLiveSessionToken } from './live-session-token.js';
import { power } from './power.js';
import { DH_PRIME } from './test-keys.js';

const PRIME = BigInt(`0x${DH_PRIME}`);
const SECRET = Buffer.from('secret');

test('the exchange is the one that Node does', () => {
  const client = createDiffieHellman(DH_PRIME, 'hex', 2);
  client.setPrivateKey('fedcba0987654321', 'hex');
  const made = makeLiveSessionToken({
    secret: SECRET,
    prime: PRIME,
    challenge: power(2n, 0xfedcba0987654321n, PRIME),
    exponent: 0x1234567890abcdefn,
    consumerKey: 'TESTKEY01',
  });
  const shared = client.computeSecret(made.response.padStart(512, '0'), 'hex');
  const signed = (shared[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), shared]) : shared;
  expect(Buffer.from(made.token)).toEqual(createHmac('sha1', signed).update(SECRET).digest());
});

// Small enough to follow by hand: 2^3 mod 23 = 8, 8^5 mod 23 = 16, one byte 0x10; 2^5 mod 23 = 9.
test('a shared number of few bits has no zero in front', () => {
  const made = makeLiveSessionToken({
    secret: SECRET,
    prime: 23n,
    challenge: 8n,
    exponent: 5n,
    consumerKey: 'c',
  });
  expect(made.response).toBe('9');
  expect(Buffer.from(made.token)).toEqual(createHmac('sha1', Buffer.of(0x10)).update(SECRET).digest());
});

// 2^7 mod 257 = 128, 128^1 mod 257 = 128, whose highest bit of eight is set.
test('a shared number whose bits fill its bytes has one', () => {
  const made = makeLiveSessionToken({
    secret: SECRET,
    prime: 257n,
    challenge: 128n,
    exponent: 1n,
    consumerKey: 'c',
  });
  expect(Buffer.from(made.token)).toEqual(createHmac('sha1', Buffer.of(0, 0x80)).update(SECRET).digest());
});
