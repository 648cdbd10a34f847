import { describe, expect, test } from '@jest/globals';
import { constants, createPublicKey, publicEncrypt, verify } from 'node:crypto';
import type { SigningStep, SigningValue } from '../../interfaces/index.js';
import { fromBase32, toBase32 } from './base32.js';
import { EC_KEY, ED_KEY, RSA_KEY, toPem } from './fixtures/keys.js';
import { headerOf, prepareAcme, type AcmeRequest } from './fixtures/prepare-acme.js';
import { signCompact } from './steps/jwt.js';
import { modularPower } from './steps/power.js';

type Draft = SigningStep extends infer Step ? (Step extends SigningStep ? Omit<Step, 'name'> : never) : never;

/** The text of a step "made"; bytes in hexadecimal where `hex` says so. */
const run = (step: Draft, request: AcmeRequest = {}, hex = false): string => {
  const steps = [{ name: 'made', ...step }];
  if (hex) steps.push({ name: 'shown', encode: { step: 'made' }, as: 'hex' });
  const place = [{ header: 'x-made', value: { step: hex ? 'shown' : 'made' } }];
  return headerOf(prepareAcme({ steps, place }, { isLogin: true, ...request }), 'x-made') ?? '';
};
const key: SigningValue = { credential: 'key' };
const problem = (code: string) => expect.objectContaining({ code, place: { path: 'schemes.acme.steps[0]' } });

describe('digests', () => {
  test.each([
    ['sha1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'sha512',
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    ],
  ] as const)('%s of "abc" is that of FIPS 180-4', (hash, expected) => {
    expect(run({ hash, of: 'abc' }, {}, true)).toBe(expected);
  });

  // RFC 4231 §4.2, §4.3 and §4.7; RFC 2202 §3 for SHA-1.
  test.each([
    ['sha1', 'Jefe', 'what do ya want for nothing?', 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
    [
      'sha256',
      'Jefe',
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      'sha512',
      'Jefe',
      'what do ya want for nothing?',
      '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
    ],
    [
      'sha256',
      Buffer.alloc(20, 0x0b),
      'Hi There',
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      'sha256',
      Buffer.alloc(131, 0xaa),
      'Test Using Larger Than Block-Size Key - Hash Key First',
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
  ] as const)('hmac %s with key %s is that of the RFC', (hmac, secret, of, expected) => {
    expect(run({ hmac, key, of }, { credentials: { key: secret } }, true)).toBe(expected);
  });
});

describe('codes of six digits', () => {
  // RFC 6238 appendix B, the last six of its eight digits.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %d s are %s', (seconds, code) => {
    const credentials = { key: '12345678901234567890' };
    expect(run({ totp: key }, { credentials, now: seconds * 1000 })).toBe(code);
    expect(run({ totp: key }, { credentials, now: seconds * 1000 + 999 })).toBe(code);
  });

  test('come from a key as people type it', () => {
    const scheme = {
      steps: [
        { name: 'key', decode: key, from: 'base32' },
        { name: 'code', totp: { step: 'key' } },
      ] as SigningStep[],
      place: [{ header: 'x-code', value: { step: 'code' } }],
    };
    const credentials = { key: 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq' };
    expect(headerOf(prepareAcme(scheme, { credentials, now: 59_000, isLogin: true }), 'x-code')).toBe(
      '287082',
    );
  });
});

describe('encodings', () => {
  // RFC 4648 §10.
  test.each([
    ['f', 'MY======', 'Zg==', '66'],
    ['fo', 'MZXQ====', 'Zm8=', '666f'],
    ['foo', 'MZXW6===', 'Zm9v', '666f6f'],
    ['foob', 'MZXW6YQ=', 'Zm9vYg==', '666f6f62'],
    ['fooba', 'MZXW6YTB', 'Zm9vYmE=', '666f6f6261'],
    ['foobar', 'MZXW6YTBOI======', 'Zm9vYmFy', '666f6f626172'],
  ])('of %s are those of RFC 4648, there and back', (text, base32, base64, hex) => {
    expect(toBase32(Buffer.from(text))).toBe(base32);
    for (const [as, expected] of Object.entries({ base32, base64, hex }) as [
      'base32' | 'base64' | 'hex',
      string,
    ][]) {
      expect(run({ encode: text, as })).toBe(expected);
      expect(run({ decode: expected, from: as })).toBe(text);
      expect(run({ decode: expected.replace(/=/g, ''), from: as })).toBe(text);
    }
  });

  test.each([
    ['percent', "a b&c=d/é~'()*!", 'a%20b%26c%3Dd%2F%C3%A9~%27%28%29%2A%21'],
    ['form', 'a b+c', 'a+b%2Bc'],
    ['upperCase', 'straße', 'STRASSE'],
    ['lowerCase', 'ÀB', 'àb'],
    ['base64url', '\u00ff\u00fe?', 'w7_Dvj8'],
  ] as const)('%s of %j is %s', (as, text, expected) => {
    const shown = run({ encode: text, as }, {}, as === 'lowerCase');
    expect(as === 'lowerCase' ? Buffer.from(shown, 'hex').toString() : shown).toBe(expected);
  });

  test('read hexadecimal numbers of odd length as numbers', () => {
    expect(run({ decode: 'abc', from: 'hex' }, {}, true)).toBe('0abc');
  });

  test.each([
    ['hex', 'xy'],
    ['base64', 'ab_c'],
    ['base64', 'abcde'],
    ['base64url', 'ab+c'],
    ['base32', 'A1'],
    ['base32', 'A'],
  ] as const)('refuse what is no %s: %s', (from, text) => {
    expect(fromBase32('A')).toBeUndefined();
    expect(() => run({ decode: key, from }, { credentials: { key: text } })).toThrow(
      problem('CREDENTIAL_INVALID'),
    );
  });
});

describe('clocks, nonces and numbers', () => {
  const now = Date.parse('2024-03-01T10:00:00.123Z');

  test.each([
    ['seconds', undefined, '1709287200'],
    ['milliseconds', undefined, '1709287200123'],
    ['iso', 60, '2024-03-01T10:01:00.123Z'],
    ['seconds', 120, '1709287320'],
  ] as const)('time in %s, %s s later, is %s', (time, plus, expected) => {
    expect(run({ time, ...(plus === undefined ? {} : { plus }) }, { now })).toBe(expected);
  });

  test('a nonce takes every character with the same chance', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const text = run({ nonce: 'alphanumeric', length: 64 }, { random: () => bytes.subarray(192) });
    // 248 to 255 are left out, since 256 is no multiple of 62.
    expect(text).toBe(`${text.slice(0, 56)}${text.slice(0, 8)}`);
    expect(run({ nonce: 'hex', length: 8 }, { random: () => bytes })).toBe('01234567');
  });

  test('a counter is what the host counts', () => {
    expect(run({ counter: 'milliseconds' }, { now: 1616492376594 })).toBe('1616492376594');
  });

  test('a step that is used twice runs once', () => {
    let calls = 0;
    const scheme = {
      steps: [{ name: 'nonce', nonce: 'hex', length: 16 }] as SigningStep[],
      place: ['a', 'b'].map((header) => ({ header, value: { step: 'nonce' } })),
    };
    const prepared = prepareAcme(scheme, { random: (length) => new Uint8Array(length).fill((calls += 1)) });
    expect(headerOf(prepared, 'a')).toBe(headerOf(prepared, 'b'));
    expect(calls).toBe(1);
  });
});

describe('JSON web tokens', () => {
  test('of Ed25519 are those of RFC 8037 A.4', () => {
    expect(signCompact('EdDSA', ED_KEY, '{"alg":"EdDSA"}', 'Example of Ed25519 signing')).toBe(
      'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    );
  });

  test('of P-256 have the content of RFC 7515 A.3 and a signature that its key confirms', () => {
    const payload = '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}';
    const content =
      'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';
    const published =
      'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';
    const token = signCompact('ES256', EC_KEY, '{"alg":"ES256"}', payload);
    const isSignature = (signature: string): boolean =>
      verify(
        'sha256',
        Buffer.from(content),
        { key: createPublicKey(EC_KEY), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
    expect(token.slice(0, token.lastIndexOf('.'))).toBe(content);
    expect(isSignature(published)).toBe(true);
    expect(isSignature(token.slice(token.lastIndexOf('.') + 1))).toBe(true);
  });

  test.each([
    ['ES256', EC_KEY, 'sha256'],
    ['EdDSA', ED_KEY, null],
  ] as const)('say who asks for what and until when: %s', (algorithm, privateKey, hash) => {
    const scheme = {
      steps: [
        { name: 'now', time: 'seconds' },
        { name: 'later', time: 'seconds', plus: 120 },
        { name: 'nonce', nonce: 'hex', length: 32 },
        { name: 'uri', concat: [{ request: 'method' }, ' ', { request: 'host' }, { request: 'path' }] },
        {
          name: 'token',
          jwt: algorithm,
          key,
          header: { kid: { credential: 'keyName' }, nonce: { step: 'nonce' }, typ: 'JWT' },
          payload: {
            sub: { credential: 'keyName' },
            iss: 'acme',
            nbf: { step: 'now' },
            exp: { step: 'later' },
            uri: { step: 'uri' },
          },
        },
        { name: 'bearer', concat: ['Bearer ', { step: 'token' }] },
      ] as SigningStep[],
      place: [{ header: 'authorization', value: { step: 'bearer' } }],
    };
    const prepared = prepareAcme(scheme, {
      url: 'https://api.acme.example/api/v3/accounts?limit=250',
      credentials: { key: toPem(privateKey), keyName: 'organizations/1/apiKeys/2' },
      open: ['keyName'],
      now: 1_700_000_000_000,
    });
    const token = headerOf(prepared, 'authorization')?.slice('Bearer '.length) ?? '';
    const [header = '', payload = '', signature = ''] = token.split('.');
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(header)).toEqual({
      alg: algorithm,
      kid: 'organizations/1/apiKeys/2',
      nonce: '7'.repeat(32),
      typ: 'JWT',
    });
    expect(read(payload)).toEqual({
      sub: 'organizations/1/apiKeys/2',
      iss: 'acme',
      nbf: 1_700_000_000,
      exp: 1_700_000_120,
      uri: 'GET api.acme.example/api/v3/accounts',
    });
    expect(
      verify(
        hash,
        Buffer.from(`${header}.${payload}`),
        { key: createPublicKey(privateKey), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
  });

  test('are not made with a key of another kind', () => {
    const step = { jwt: 'ES256', key, header: {}, payload: {} } as const;
    for (const pem of [toPem(ED_KEY), toPem(RSA_KEY), 'no key at all'])
      expect(() => run(step, { credentials: { key: pem } })).toThrow(problem('CREDENTIAL_INVALID'));
  });
});

describe('RSA', () => {
  const credentials = { key: toPem(RSA_KEY) };

  test('signs as in RFC 7515 A.2', () => {
    const of =
      'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';
    const signature = Buffer.from(run({ rsaSign: 'sha256', key, of }, { credentials }, true), 'hex');
    expect(signature.toString('base64url')).toBe(
      'cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw',
    );
  });

  const decrypt = (encrypted: Uint8Array): string =>
    run({ rsaDecrypt: { capture: 'secret' }, key }, { credentials, captures: { secret: encrypted } });
  const padded = (block: readonly number[]): Uint8Array =>
    publicEncrypt(
      { key: createPublicKey(RSA_KEY), padding: constants.RSA_NO_PADDING },
      Buffer.from([...block, ...new Array<number>(256 - block.length).fill(0x41)]),
    );

  test('decrypts what others encrypted with PKCS #1 v1.5 padding', () => {
    const publicKey = createPublicKey(RSA_KEY);
    const encrypted = publicEncrypt(
      { key: publicKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from('token secret'),
    );
    expect(decrypt(encrypted)).toBe('token secret');
    expect(decrypt(padded([0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 0]))).toBe('A'.repeat(245));
  });

  test.each([
    ['too little padding', padded([0, 2, 1, 1, 1, 1, 1, 1, 1, 0])],
    ['no end of the padding', padded([0, 2])],
    ['the padding of signatures', padded([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0])],
    ['a text of another length', Buffer.alloc(255, 1)],
  ])('refuses %s', (_, encrypted) => {
    expect(() => decrypt(encrypted)).toThrow(problem('CREDENTIAL_INVALID'));
  });
});

describe('powers', () => {
  test.each([
    ['04', '0d', '01f1', '01bd'],
    ['02', '0a', '0400', ''],
    ['00', '00', '07', '01'],
    ['0003', '0000ff', '00010001', '1c8e'],
    ['05', '03', '01', ''],
  ])('%s ^ %s mod %s is %s', (base, exponent, modulus, expected) => {
    const [one, two, three] = [base, exponent, modulus].map((hex) => Buffer.from(hex, 'hex')) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const naive = BigInt(`0x${base}`) ** BigInt(`0x${exponent}`) % BigInt(`0x${modulus}`);
    const result = Buffer.from(modularPower(one, two, three)).toString('hex');
    expect(BigInt(`0x0${result}`)).toBe(naive);
    expect(result.startsWith('00')).toBe(false);
    if (base !== '0003') expect(result).toBe(expected);
  });

  test.each([
    ['no modulus', '00'],
    ['a modulus of more than 8192 bits', 'ff'.repeat(1025)],
  ])('are refused for %s', (_, modulus) => {
    const step = { power: key, exponent: { credential: 'e' }, modulus: { credential: 'm' } };
    const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
    expect(() => run(step, { credentials: { key: bytes('02'), e: bytes('03'), m: bytes(modulus) } })).toThrow(
      problem('CREDENTIAL_INVALID'),
    );
  });

  test.each([
    ['7f01', '7f01'],
    ['8001', '008001'],
    ['', ''],
  ])('as a signed number %s is %s', (hex, expected) => {
    expect(run({ signed: key }, { credentials: { key: Buffer.from(hex, 'hex') } }, true)).toBe(expected);
  });
});

describe('parameters', () => {
  test('are sorted by name, then by value, those of the query among them', () => {
    const step = {
      parameters: { b5: '=%3D', c2: '', a2: 'r b' },
      withQuery: true,
      encoded: 'percent',
    } as const;
    const url = 'https://api.acme.example/request?a3=a&a3=2%20q&B=%2B+';
    expect(run(step, { url })).toBe('B=%2B%20&a2=r%20b&a3=2%20q&a3=a&b5=%3D%253D&c2=');
    expect(run({ ...step, encoded: 'form' }, { url })).toBe('B=%2B+&a2=r+b&a3=2+q&a3=a&b5=%3D%253D&c2=');
    expect(run({ parameters: { b: 'x y', a: '/' }, encoded: 'none' }, { url })).toBe('a=/&b=x y');
  });
});

test('a step makes no more than 1 MiB', () => {
  const body = 'x'.repeat(600_000);
  expect(() => run({ concat: [{ request: 'body' }, { request: 'body' }] }, { method: 'POST', body })).toThrow(
    problem('MANIFEST_INVALID'),
  );
});
