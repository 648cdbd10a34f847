import { describe, expect, test } from '@jest/globals';
import type {
  Capture,
  NetworkPermission,
  Placement,
  SigningScheme,
  SigningStep,
} from '../../../interfaces/index.js';
import { checkSchemes, type SchemeFields } from './check-schemes.js';

const SCHEME: SigningScheme = {
  before: [{ query: 'nonce', value: { step: 'nonce' } }],
  steps: [
    { name: 'nonce', counter: 'milliseconds' },
    { name: 'mac', hmac: 'sha256', key: { credential: 'secret' }, of: { request: 'url' } },
    { name: 'signature', encode: { step: 'mac' }, as: 'hex' },
  ],
  place: [
    { header: 'x-sign', value: { step: 'signature' } },
    { header: 'x-session', value: { capture: 'session' } },
  ],
};
const PERMISSION: NetworkPermission = {
  origin: 'https://api.acme.example',
  methods: ['POST'],
  paths: ['/v1/*'],
  access: 'read',
  credentials: ['secret', 'session'],
  scheme: 'acme',
  captures: [{ name: 'session', from: { json: '/id' } }],
  why: 'reads',
};
const MANIFEST: SchemeFields = {
  credentials: { secret: { label: 'Secret', secret: true } },
  network: [PERMISSION],
  schemes: { acme: SCHEME },
};

const check = (manifest: SchemeFields) =>
  checkSchemes(manifest).map(({ code, severity, place, message }) => {
    expect([code, severity]).toEqual(['MANIFEST_INVALID', 'error']);
    return [place.path, message];
  });
const withScheme = (scheme: Partial<SigningScheme>, permission: Partial<NetworkPermission> = {}) =>
  check({
    ...MANIFEST,
    network: [{ ...PERMISSION, ...permission }],
    schemes: { acme: { ...SCHEME, ...scheme } },
  });
const withPermission = (permission: Partial<NetworkPermission>) => withScheme({}, permission);
const withPlace = (placement: Placement, permission: Partial<NetworkPermission> = {}) =>
  withScheme({ place: [placement] }, permission);
const withSteps = (...steps: SigningStep[]) => withScheme({ steps: [...(SCHEME.steps ?? []), ...steps] });
const withCapture = (capture: Capture) =>
  withPermission({ captures: [capture, ...(PERMISSION.captures ?? [])] });

test('nothing is wrong with a good manifest, or with one without network', () => {
  expect(check(MANIFEST)).toEqual([]);
  expect(check({})).toEqual([]);
});

describe('names', () => {
  test('of a permission are declared', () => {
    expect(withPermission({ credentials: ['secret', 'session', 'other'] })).toEqual([
      ['network[0].credentials[2]', 'There is no credential or capture "other".'],
    ]);
    expect(withPermission({ scheme: 'constructor' })).toEqual([
      ['network[0].scheme', 'There is no scheme "constructor".'],
    ]);
  });

  test('that a scheme uses are tied to the origin', () => {
    expect(withPermission({ credentials: ['session'] })).toEqual([
      ['network[0].credentials', '"secret" is used, and is not among the credentials of the permission.'],
    ]);
    const steps: SigningStep[] = [{ name: 'both', concat: [{ answer: 'value' }, { credential: 'secret' }] }];
    const capture: Capture = { name: 'session', from: { json: '/id' }, steps, keep: { step: 'both' } };
    const { scheme: _, ...bare } = PERMISSION;
    expect(check({ ...MANIFEST, network: [{ ...bare, credentials: [], captures: [capture] }] })).toEqual([
      ['network[0].credentials', '"secret" is used, and is not among the credentials of the permission.'],
    ]);
  });

  test('of values are declared, as what they are', () => {
    expect(withScheme({ place: [{ header: 'x', value: { capture: 'secret' } }] })).toEqual([
      ['schemes.acme.place[0]', 'There is no capture "secret".'],
    ]);
    expect(withSteps({ name: 'x', concat: [{ credential: 'session' }] })).toEqual([
      ['schemes.acme.steps[3]', 'There is no credential "session".'],
    ]);
  });

  test('of credentials and captures differ', () => {
    expect(check({ ...MANIFEST, credentials: { secret: { label: 'S' }, session: { label: 'S' } } })).toEqual([
      ['credentials.session', 'A capture has the name "session" too.'],
    ]);
  });
});

describe('steps', () => {
  test('name what stands before them, and each name once', () => {
    expect(withSteps({ name: 'a', concat: [{ step: 'b' }] }, { name: 'b', concat: ['x'] })).toEqual([
      ['schemes.acme.steps[3]', 'There is no step "b" before this.'],
    ]);
    expect(withSteps({ name: 'mac', concat: ['x'] })).toEqual([
      ['schemes.acme.steps[3]', 'The step "mac" is there already.'],
    ]);
    expect(withPlace({ header: 'x', value: { step: 'none' } })).toEqual([
      ['schemes.acme.place[0]', 'There is no step "none" before this.'],
    ]);
  });

  test('see no answer', () => {
    expect(withSteps({ name: 'a', concat: [{ answer: 'value' }] })).toEqual([
      ['schemes.acme.steps[3]', 'Only a capture sees the answer.'],
    ]);
  });

  test('of a token do not choose its algorithm', () => {
    expect(
      withSteps({
        name: 'a',
        jwt: 'ES256',
        key: { credential: 'secret' },
        header: { alg: 'none' },
        payload: {},
      }),
    ).toEqual([['schemes.acme.steps[3]', 'The header "alg" of a token is that of the step.']]);
  });

  test.each([[{ step: 'signature' }], [{ request: 'path' }]] as const)(
    'that see the request are not placed before: %j',
    (value) => {
      expect(withScheme({ before: [{ query: 'nonce', value }] })).toEqual([
        ['schemes.acme.before[0]', 'What is placed before the steps cannot be made from the request.'],
      ]);
    },
  );
});

describe('a placement', () => {
  const value = { credential: 'secret' };

  test.each([
    [{ header: 'X-Sign', value }, { header: 'x-sign', value }, 'The place header "x-sign" is filled twice.'],
    [{ query: 'a', value }, { query: 'a', value }, 'The place query "a" is filled twice.'],
  ])('fills no place of another: %j', (one, other, message) => {
    expect(withScheme({ place: [one, other] })).toEqual([['schemes.acme.place[1]', message]]);
  });

  test.each([
    [{ header: 'Host', value }, 'A recipe cannot fill the header "Host".'],
    [{ json: 'a', value }, '"a" is no JSON pointer to a member.'],
    [{ json: '/__proto__/a', value }, '"/__proto__/a" is no JSON pointer to a member.'],
  ])('has a place that can be filled: %j', (placement, message) => {
    expect(withPlace(placement)).toEqual([['schemes.acme.place[0]', message]]);
  });

  test.each<[Placement, Partial<NetworkPermission>, string | undefined]>([
    [{ json: '/a', value }, {}, undefined],
    [{ json: '/a', value }, { methods: ['GET', 'POST'] }, 'Requests with a json body'],
    [{ form: 'a', value }, { methods: ['GET'] }, 'Requests with a form body'],
    [
      { form: 'a', value },
      { when: { in: 'json', member: '/b', values: ['c'] } },
      'for requests with a json body',
    ],
    [
      { json: '/a', value },
      { when: { in: 'form', member: 'b', values: ['c'] } },
      'for requests with a form body',
    ],
    [
      { json: '/a', value },
      { when: { in: 'json', member: '/a', values: ['c'] } },
      'decides what the request is',
    ],
    [
      { query: 'a', value },
      { when: { in: 'query', member: 'a', values: ['c'] } },
      'decides what the request is',
    ],
    [{ frame: '/a', value }, {}, 'only for an origin with wss'],
    [{ segment: 'a', value }, { paths: ['/v1/x'] }, 'No path has a place'],
    [{ segment: 'a', value }, { paths: ['/v1/*/x'] }, undefined],
    [{ segment: 'a', value }, { paths: ['/v1/**'] }, undefined],
  ])('fits the requests of its permission: %j, %j', (placement, permission, message) => {
    const found = withScheme({ before: [], place: [placement] }, permission);
    if (message === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([['network[0].scheme', expect.stringContaining(message)]]);
  });

  test('into frames stands in a scheme of frames', () => {
    const { captures: _, ...socket } = {
      ...PERMISSION,
      origin: 'wss://ws.acme.example',
      methods: ['GET' as const],
    };
    const manifest = (scheme: SigningScheme): SchemeFields => ({
      ...MANIFEST,
      network: [socket],
      schemes: { acme: scheme },
    });
    expect(
      check(manifest({ place: [{ frame: '/a', value }] })).filter(([path]) => path === 'network[0].scheme'),
    ).toEqual([]);
    expect(
      check(
        manifest({
          place: [
            { frame: '/a', value },
            { header: 'x', value },
          ],
        }),
      ),
    ).toContainEqual(['network[0].scheme', 'A scheme that fills frames fills nothing else.']);
  });

  test('into a body decides what the body is', () => {
    expect(
      withScheme({
        place: [
          { json: '/a', value },
          { form: 'b', value },
        ],
      }),
    ).toEqual([['network[0].scheme', 'A body is either JSON or a form.']]);
  });
});

describe('a capture', () => {
  test.each<[Capture, string, string]>([
    [{ name: 'a', from: { json: 'id' } }, '.from', 'no JSON pointer'],
    [{ name: 'a', from: { header: 'Set-Cookie' } }, '.from', 'captured by its name'],
    [{ name: 'a', from: { json: '/a' }, keep: { answer: 'value' } }, '', 'says what it keeps'],
    [
      { name: 'a', from: { json: '/a' }, steps: [{ name: 'mac', concat: ['x'] }], keep: { step: 'mac' } },
      '.steps[0]',
      'is there already',
    ],
    [
      { name: 'a', from: { json: '/a' }, steps: [{ name: 'b', concat: ['x'] }], keep: { step: 'c' } },
      '.keep',
      'no step "c"',
    ],
    [
      { name: 'a', from: { json: '/a' }, proof: { json: 'b', equals: 'x' } },
      '.proof.json',
      'no JSON pointer',
    ],
    [
      { name: 'a', from: { json: '/a' }, proof: { json: '/b', equals: { step: 'c' } } },
      '.proof.equals',
      'no step "c"',
    ],
  ])('%j has something wrong with it', (capture, path, message) => {
    expect(withCapture(capture)).toEqual([
      [`network[0].captures[0]${path}`, expect.stringContaining(message)],
    ]);
  });

  test('may use the steps of the request that it answers', () => {
    const steps: SigningStep[] = [
      { name: 'token', hmac: 'sha1', key: { answer: 'value' }, of: { step: 'mac' } },
    ];
    expect(withCapture({ name: 'token', from: { json: '/a' }, steps, keep: { step: 'token' } })).toEqual([]);
  });

  test('stands once in a permission', () => {
    expect(withCapture({ name: 'session', from: { header: 'x' } })).toEqual([
      ['network[0].captures[1]', '"session" is captured twice.'],
    ]);
  });
});
