import { describe, expect, test } from '@jest/globals';
import {
  constants,
  createDiffieHellmanGroup,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  publicEncrypt,
  verify,
} from 'node:crypto';
import type { Capture, SigningScheme } from '../../interfaces/index.js';
import { toPem } from '../scheme/fixtures/keys.js';
import { headerOf, prepareAcme } from '../scheme/fixtures/prepare-acme.js';
import { captureAnswer, MAX_CAPTURE_BODY, readsBody } from './capture.js';

const path = 'network[0].captures';
const { run } = prepareAcme({ place: [{ header: 'x', value: 'y' }] });
const take = (
  captures: Capture[],
  { headers = [], body }: { headers?: [string, string][]; body?: string | Uint8Array },
) => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const answer = captureAnswer({ headers, body: bytes }, captures, { run, path });
  return {
    headers: answer.headers,
    body: Buffer.from(answer.body ?? []).toString(),
    captured: answer.captured.map(({ name, bytes: kept }) => [name, Buffer.from(kept).toString()]),
  };
};
const session: Capture = { name: 'session', from: { json: '/data/sessionId' } };

describe('a token in a JSON body', () => {
  test('is taken out, and all else keeps its bytes', () => {
    expect(
      take([session], {
        body: '{"n":1.00,"data":{ "sessionId" : "A1.b\\/\\u00e9" ,"x":12345678901234567890}}',
      }),
    ).toMatchObject({
      body: '{"n":1.00,"data":{ "sessionId" : "bourse:capture:session" ,"x":12345678901234567890}}',
      captured: [['session', 'A1.b/é']],
    });
  });

  test('may be a number, which is kept as it is written', () => {
    expect(take([session], { body: '{"data":{"sessionId":12345678901234567890}}' })).toMatchObject({
      body: '{"data":{"sessionId":"bourse:capture:session"}}',
      captured: [['session', '12345678901234567890']],
    });
  });

  test.each([
    '{"data":{}}',
    '{"data":{"sessionId":null}}',
    '{"data":{"sessionId":""}}',
    '[]',
    '<html>Closed</html>',
    '',
  ])('that is not there in %s is not captured', (body) => {
    expect(take([session], { body }).captured).toEqual([]);
  });

  test.each([
    '{"data":{"sessionId":"secret',
    '{"data":{"sessionId":"one","sessionId":"two"}}',
    '{"data":{"sessionId":{"id":"secret"}}}',
    ' {"data":{"sessionId":"secret"}} x',
    Buffer.from('{"data":{"sessionId":"secret\xff"}}', 'latin1'),
    Buffer.alloc(MAX_CAPTURE_BODY + 1, '['),
  ])('that may be there and cannot be told is not given on', (body) => {
    const error = (() => {
      try {
        take([session], { body });
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    })();
    expect(error).toMatchObject({ code: 'MALFORMED_RESPONSE' });
    expect(String(error)).not.toContain('secret');
  });

  test('behind a byte order mark is found', () => {
    expect(take([session], { body: '\ufeff{"data":{"sessionId":"of a session"}}' }).captured).toEqual([
      ['session', 'of a session'],
    ]);
  });
});

test('headers and cookies give up their values in any case and order', () => {
  const captures: Capture[] = [
    { name: 'csrf', from: { header: 'X-CSRF-Token' } },
    { name: 'session', from: { cookie: 'SID' }, lifetime: 60 },
  ];
  expect(
    take(captures, {
      headers: [
        ['x-csrf-token', 'token=1'],
        ['Set-Cookie', 'SIDE=1; Path=/'],
        ['set-cookie', 'SID=a=b; Path=/; HttpOnly'],
        ['content-type', 'text/html'],
      ],
    }),
  ).toEqual({
    headers: [
      ['x-csrf-token', 'bourse:capture:csrf'],
      ['Set-Cookie', 'SIDE=1; Path=/'],
      ['set-cookie', 'SID=bourse:capture:session; Path=/; HttpOnly'],
      ['content-type', 'text/html'],
    ],
    body: '',
    captured: [
      ['csrf', 'token=1'],
      ['session', 'a=b'],
    ],
  });
  expect(readsBody(captures)).toBe(false);
  expect(readsBody([session])).toBe(true);
});

describe('a login with Diffie-Hellman and RSA', () => {
  const group = createDiffieHellmanGroup('modp14');
  const prime = group.getPrime('hex');
  const signing = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encryption = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const prepend = Buffer.from('7465737473656372657431323334', 'hex');
  const credentials = {
    consumerKey: 'TESTCONSU',
    accessToken: 'an access token',
    tokenSecret: publicEncrypt(
      { key: encryption.publicKey, padding: constants.RSA_PKCS1_PADDING },
      prepend,
    ).toString('base64'),
    signatureKey: toPem(signing.privateKey),
    encryptionKey: toPem(encryption.privateKey),
    prime,
  };
  const login: SigningScheme = {
    steps: [
      { name: 'timestamp', time: 'seconds' },
      { name: 'nonce', nonce: 'alphanumeric', length: 16 },
      { name: 'encrypted', decode: { credential: 'tokenSecret' }, from: 'base64' },
      { name: 'secret', rsaDecrypt: { step: 'encrypted' }, key: { credential: 'encryptionKey' } },
      { name: 'prepend', encode: { step: 'secret' }, as: 'hex' },
      { name: 'modulus', decode: { credential: 'prime' }, from: 'hex' },
      { name: 'exponent', random: 32 },
      { name: 'generator', decode: '02', from: 'hex' },
      {
        name: 'challenge',
        power: { step: 'generator' },
        exponent: { step: 'exponent' },
        modulus: { step: 'modulus' },
      },
      { name: 'challengeText', encode: { step: 'challenge' }, as: 'hex' },
      {
        name: 'sorted',
        parameters: {
          oauth_consumer_key: { credential: 'consumerKey' },
          oauth_token: { credential: 'accessToken' },
          oauth_nonce: { step: 'nonce' },
          oauth_timestamp: { step: 'timestamp' },
          oauth_signature_method: 'RSA-SHA256',
          diffie_hellman_challenge: { step: 'challengeText' },
        },
        encoded: 'none',
      },
      { name: 'sortedText', encode: { step: 'sorted' }, as: 'form' },
      { name: 'url', encode: { request: 'url' }, as: 'form' },
      {
        name: 'base',
        concat: [
          { step: 'prepend' },
          { request: 'method' },
          '&',
          { step: 'url' },
          '&',
          { step: 'sortedText' },
        ],
      },
      { name: 'signed', rsaSign: 'sha256', key: { credential: 'signatureKey' }, of: { step: 'base' } },
      { name: 'signature', encode: { step: 'signed' }, as: 'base64' },
    ],
    place: [
      { header: 'x-signature', value: { step: 'signature' } },
      { header: 'x-challenge', value: { step: 'challengeText' } },
      { header: 'x-parameters', value: { step: 'sorted' } },
    ],
  };
  const liveToken: Capture = {
    name: 'liveToken',
    from: { json: '/diffie_hellman_response' },
    steps: [
      { name: 'response', decode: { answer: 'value' }, from: 'hex' },
      {
        name: 'shared',
        power: { step: 'response' },
        exponent: { step: 'exponent' },
        modulus: { step: 'modulus' },
      },
      { name: 'sharedKey', signed: { step: 'shared' } },
      { name: 'token', hmac: 'sha1', key: { step: 'sharedKey' }, of: { step: 'secret' } },
    ],
    keep: { step: 'token' },
  };
  const url = 'https://api.acme.example/v1/oauth/live_session_token';

  test.each([1, 2, 3, 4])('agrees with the other side on a token that is never shown (%d)', (seed) => {
    const prepared = prepareAcme(login, {
      method: 'POST',
      url,
      credentials,
      random: (length) => Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 97 + 1) % 251),
      now: 1_700_000_000_000,
    });
    const challenge = headerOf(prepared, 'x-challenge') ?? '';

    // The other side, with Node's own Diffie-Hellman.
    const parameters = headerOf(prepared, 'x-parameters') ?? '';
    const quote = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+');
    const base = `${prepend.toString('hex')}POST&${quote(url)}&${quote(parameters)}`;
    expect(
      verify(
        'sha256',
        Buffer.from(base),
        createPublicKey(signing.privateKey),
        Buffer.from(headerOf(prepared, 'x-signature') ?? '', 'base64'),
      ),
    ).toBe(true);
    const server = createDiffieHellmanGroup('modp14');
    server.generateKeys();
    const shared = server.computeSecret(Buffer.from(challenge.padStart(512, '0'), 'hex'));
    const first = shared.findIndex((byte) => byte !== 0);
    const number = shared.subarray(first);
    const key = (number[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), number]) : number;
    const expected = createHmac('sha1', key).update(prepend).digest();

    const response = server.getPublicKey('hex').replace(/^0+/, '');
    const answer = captureAnswer(
      { headers: [], body: Buffer.from(`{"diffie_hellman_response":"${response}","expires":1}`) },
      [liveToken],
      { run: prepared.run, path },
    );
    prepared.run.dispose();
    expect(Buffer.from(answer.captured[0]?.bytes ?? []).toString('hex')).toBe(expected.toString('hex'));
    expect(Buffer.from(answer.body ?? []).toString()).toBe(
      '{"diffie_hellman_response":"bourse:capture:liveToken","expires":1}',
    );
    expect(answer.secrets.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toContain(response);
  });

  test.each([
    ['the right proof', 'right', true],
    ['another proof', 'wrong', false],
    ['no proof', undefined, false],
  ])('is over unless the other side proves that it has the same: %s', (_, which, isTaken) => {
    const key = createHmac('sha1', 'a secret').update('theirs').digest();
    const right = createHmac('sha1', key).update('TESTCONSU').digest('hex');
    const proof = { right, wrong: right.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }[which ?? ''];
    const proved: Capture = {
      name: 'key',
      from: { json: '/theirs' },
      steps: [
        { name: 'token', hmac: 'sha1', key: 'a secret', of: { answer: 'value' } },
        { name: 'mac', hmac: 'sha1', key: { step: 'token' }, of: 'TESTCONSU' },
        { name: 'text', encode: { step: 'mac' }, as: 'hex' },
      ],
      keep: { step: 'token' },
      proof: { json: '/proof', equals: { step: 'text' } },
    };
    const { run: own } = prepareAcme({ place: [{ header: 'x', value: 'y' }] });
    const answer = { headers: [], body: Buffer.from(JSON.stringify({ theirs: 'theirs', proof })) };
    const take = () => captureAnswer(answer, [proved], { run: own, path });
    if (isTaken) expect(take().captured).toMatchObject([{ name: 'key', bytes: Uint8Array.from(key) }]);
    else expect(take).toThrow(expect.objectContaining({ code: 'AUTH_INVALID' }));
  });

  test('signs later requests with that token', () => {
    const token = Buffer.alloc(20, 0xa5);
    const scheme: SigningScheme = {
      steps: [
        { name: 'sorted', parameters: { oauth_token: 'a token' }, withQuery: true, encoded: 'none' },
        { name: 'sortedText', encode: { step: 'sorted' }, as: 'form' },
        { name: 'url', encode: { request: 'urlWithoutQuery' }, as: 'form' },
        { name: 'base', concat: [{ request: 'method' }, '&', { step: 'url' }, '&', { step: 'sortedText' }] },
        { name: 'mac', hmac: 'sha256', key: { capture: 'liveToken' }, of: { step: 'base' } },
        { name: 'signature', encode: { step: 'mac' }, as: 'base64' },
      ],
      place: [{ header: 'x-signature', value: { step: 'signature' } }],
    };
    const prepared = prepareAcme(scheme, {
      url: 'https://api.acme.example/v1/trades?days=7',
      captures: { liveToken: token },
    });
    const base = 'GET&https%3A%2F%2Fapi.acme.example%2Fv1%2Ftrades&days%3D7%26oauth_token%3Da+token';
    expect(headerOf(prepared, 'x-signature')).toBe(createHmac('sha256', token).update(base).digest('base64'));
  });
});
