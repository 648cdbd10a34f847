import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { wrongLike } from './wrong-value.js';

const pemOf = (key: ReturnType<typeof createPrivateKey>, type: 'sec1' | 'pkcs1' | 'pkcs8'): string =>
  key.export({ type, format: 'pem' }).toString();

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;

test.each([
  ['text', 'key-17', /^lfz-28$/],
  ['base32', 'JBSWY3DPEHPK3PXP', /^JCSWY3DPEHPK3PXP$/],
  ['base32', 'j7swy3dp', /^jAswy3dp$/],
  ['base64', 'q1/+A==', /^q2\/\+A==$/],
  ['hexadecimal', '1f00', /^1000$/],
  ['hexadecimal', '1E00', /^1f00$/],
] as const)('another value of the form %s: %s', (form, right, wrong) => {
  expect(wrongLike(right, form)).toMatch(wrong);
});

test.each([
  ['EC PRIVATE KEY', pemOf(ec, 'sec1')],
  ['RSA PRIVATE KEY', pemOf(rsa, 'pkcs1')],
  ['PRIVATE KEY', pemOf(ec, 'pkcs8')],
  ['PRIVATE KEY', pemOf(rsa, 'pkcs8')],
  ['PRIVATE KEY', pemOf(ed, 'pkcs8')],
])('another key that begins with %s is of the same type and size', (label, right) => {
  const wrong = wrongLike(right, 'pem') ?? '';
  expect(wrong).not.toBe(right);
  expect(wrong).toContain(`-----BEGIN ${label}-----`);
  const [one, other] = [createPrivateKey(right), createPrivateKey(wrong)];
  expect([other.asymmetricKeyType, other.asymmetricKeyDetails]).toEqual([
    one.asymmetricKeyType,
    one.asymmetricKeyDetails,
  ]);
});

test('of what is no private key nothing is made', () => {
  expect(wrongLike('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'pem')).toBeUndefined();
});
