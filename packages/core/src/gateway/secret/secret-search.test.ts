import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SecretSearch } from './secret-search.js';

const search = (...secrets: (string | Uint8Array)[]) =>
  new SecretSearch(secrets.map((secret, index) => ({ name: `s${index}`, bytes: Buffer.from(secret) })));

/** A text in pieces, through the search. */
function inChunks(searching: SecretSearch, bytes: Uint8Array, sizes: readonly number[]): Buffer {
  const stream = searching.stream();
  const out: Uint8Array[] = [];
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    out.push(stream.push(bytes.subarray(at, at + size)));
    at += size;
  }
  out.push(stream.end());
  return Buffer.concat(out);
}

const percent = (text: string, some = () => true): string =>
  [...Buffer.from(text)]
    .map((byte) => (some() ? `%${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte)))
    .join('');

const SPELLINGS: Record<string, (secret: string) => string> = {
  raw: (secret) => secret,
  url: encodeURIComponent,
  'url in lower case': (secret) => encodeURIComponent(secret).replace(/%../g, (found) => found.toLowerCase()),
  'url, every byte': (secret) => percent(secret),
  form: (secret) => new URLSearchParams([['', secret]]).toString().slice(1),
  json: (secret) => JSON.stringify(secret).slice(1, -1),
  'json with slashes': (secret) => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
  'json, every unit': (secret) =>
    Array.from(
      { length: secret.length },
      (_, index) => `\\u${secret.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  'html, named': (secret) =>
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'html, decimal': (secret) => [...secret].map((character) => `&#${character.codePointAt(0) ?? 0};`).join(''),
  'html, hexadecimal': (secret) =>
    [...secret].map((character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`).join(''),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  HEX: (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
};

const anySecret = fc
  .string({ unit: 'grapheme', minLength: 8, maxLength: 40 })
  .filter(
    (secret) =>
      secret.isWellFormed() &&
      secret.length >= 8 &&
      !/^\*+$/.test(secret) &&
      !/[\ud800-\udfff]$/u.test(secret),
  );
const anySizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

describe('a secret', () => {
  test.each(Object.entries(SPELLINGS))('spelled as %s never passes, in any chunks', (_, spell) => {
    fc.assert(
      fc.property(anySecret, anySizes, (secret, sizes) => {
        const spelled = spell(secret);
        const text = Buffer.from(`{"a":"${spelled}","b":1}`);
        const shown = inChunks(search(secret), text, sizes);
        const blanked = Buffer.from(`{"a":"${'*'.repeat(Buffer.byteLength(spelled))}","b":1}`);
        expect(shown.length).toBe(text.length);
        expect(shown.subarray(6, 6 + Buffer.byteLength(spelled)).equals(blanked.subarray(6, -8))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('in base64, wherever it stands in the text that was encoded, cannot be read back', () => {
    fc.assert(
      fc.property(
        anySecret,
        fc.string({ maxLength: 5 }),
        fc.string({ maxLength: 5 }),
        fc.constantFrom('base64', 'base64url'),
        anySizes,
        (secret, before, after, encoding, sizes) => {
          const text = Buffer.from(`${before}${secret}${after}`).toString(encoding);
          const shown = inChunks(search(secret), Buffer.from(text), sizes).toString();
          const length = Buffer.byteLength(secret);
          const blanks = [...shown].filter((character) => character === '*').length;
          // At most one character at either end holds bits of the secret, fewer than six each.
          expect(blanks).toBeGreaterThanOrEqual(Math.floor((length * 8) / 6) - 2);
          expect(shown.length).toBe(text.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('with some of its characters escaped is found', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{12}$/),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (secret, choice) => {
          const flags = [...choice];
          const text = percent(secret, () => flags.pop() ?? false);
          expect(search(secret).blankText(text)).toBe('*'.repeat(text.length));
        },
      ),
    );
  });

  test.each([
    ['base64 in a URL', encodeURIComponent(Buffer.from('??>>secret-key').toString('base64'))],
    [
      'base64 in JSON with escaped slashes',
      Buffer.from('??>>secret-key').toString('base64').replaceAll('/', '\\/'),
    ],
  ])('is found as %s', (_, text) => {
    expect(search('??>>secret-key').blankText(text)).toMatch(/^\*{12,}.{0,4}$/);
  });

  test('that begins another, overlaps itself or stands twice is blanked as far as it goes', () => {
    expect(search('abababab').blankText('xababababababx')).toBe('x************x');
    expect(search('session-1', 'session-1234').blankText('session-1234 session-1999')).toBe(
      '************ *********999',
    );
    expect(search('12345678', '5678abcd').blankText('012345678abcd')).toBe('0************');
  });

  test('of any of several lists is found', () => {
    const list = (secret: string) => [{ name: 'x', bytes: Buffer.from(secret) }];
    const searching = new SecretSearch(list('first-secret'), [], list('other/secret'));
    expect(searching.blankText('first-secret other%2Fsecret')).toBe(`${'*'.repeat(12)} ${'*'.repeat(14)}`);
  });

  test('of fewer than eight characters is not looked for', () => {
    expect(search('1234567').blankText('1234567')).toBe('1234567');
    expect(search('12345678').blankText('12345678')).toBe('********');
  });

  test('in PEM form is found by its lines, however they are joined', () => {
    const lines = ['A'.repeat(30) + 'b'.repeat(34), 'cdefghijkl'];
    const pem = `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
    expect(search(pem).blankText(lines.join(''))).toBe('*'.repeat(74));
    expect(search(pem).blankText(pem)).toBe(
      `-----BEGIN PRIVATE KEY-----\n${'*'.repeat(64)}\n${'*'.repeat(10)}\n-----END PRIVATE KEY-----\n`,
    );
  });
});

describe('what holds no secret', () => {
  test('passes byte by byte, in any chunks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), anySizes, (bytes, sizes) => {
        expect(inChunks(search('a secret of mine', 'other+secret/%'), bytes, sizes).equals(bytes)).toBe(true);
      }),
    );
  });

  test('passes also where it is nearly one, or ends in the middle of an escape', () => {
    for (const text of [
      'a secret of min',
      '%',
      '%6',
      '\\u00',
      '&am',
      '\\',
      '+',
      'a%20secret+of',
      '%zz\\x&nothing;&#99999999;',
    ]) {
      expect(search('a secret of mine').blankText(text)).toBe(text);
      expect(inChunks(search('a secret of mine'), Buffer.from(text), [1]).toString()).toBe(text);
    }
  });

  test('is given on as soon as it cannot be the beginning of a secret any more', () => {
    const stream = search('secret-secret').stream();
    expect(Buffer.from(stream.push(Buffer.from('{"price":"12.50",       "next":"secret-s'))).toString()).toBe(
      '{"price":"12.50",       "next":"',
    );
    expect(Buffer.from(stream.push(Buffer.from('omething"                    '))).toString()).toContain(
      'secret-something',
    );
  });
});

test('a body is searched as it comes, and headers too', async () => {
  const chunks = async function* () {
    for (const text of ['{"token":"very-sec', 'ret-', 'token","a":1}']) yield Buffer.from(text);
  };
  const shown: Uint8Array[] = [];
  for await (const chunk of search('very-secret-token').blankBody(chunks())) shown.push(chunk);
  expect(Buffer.concat(shown).toString()).toBe('{"token":"*****************","a":1}');
  expect(search('very-secret-token').blankHeaders([['location', '/x?t=very%2Dsecret-token']])).toEqual([
    ['location', '/x?t=*******************'],
  ]);
  expect(search('very-secret-token').blankHeaders([['x-very-secret-token', '1']])).toEqual([
    ['x-*****************', '1'],
  ]);
});

test.each(Object.entries(SPELLINGS))('a whole is blanked as its pieces are: %s', (_title, spell) => {
  const text = fc.string({ maxLength: 40 });
  fc.assert(
    fc.property(text, text, fc.boolean(), (before, after, isThere) => {
      const secret = 'se/cr+et "€" & more';
      const searching = search(secret, 'other-secret');
      const bytes = Buffer.from(`${before}${isThere ? spell(secret) : ''}${after}`);
      const whole = Buffer.from(searching.blankBytes(Uint8Array.from(bytes)));
      expect(whole).toEqual(inChunks(searching, bytes, [1]));
    }),
  );
});

test('a secret with other letters than ASCII is found in Latin-1 too, and in headers as their bytes came', () => {
  const secret = 'gr\u00fc\u00dfe-8-und-mehr';
  const searching = search(secret);
  const latin = Buffer.from(`you sent ${secret}.`, 'latin1');
  expect(Buffer.from(searching.blankBytes(latin)).toString('latin1')).toBe(
    `you sent ${'*'.repeat(secret.length)}.`,
  );
  const shown = (text: string): string | undefined => searching.blankHeaders([['x-echo', text]])[0]?.[1];
  const asBytes = Buffer.from(secret).toString('latin1');
  expect(shown(asBytes)).toBe('*'.repeat(asBytes.length));
  expect(shown(secret)).toMatch(/^\*+$/);
  expect(shown('gr\u00fc\u00dfe')).toBe('gr\u00fc\u00dfe');
});

test.each(['a-key-of-acme', 'sécret-ключ-🔑'])('%s is found in UTF-16 of both byte orders', (secret) => {
  const little = Buffer.from(`{"a":"${secret}"}`, 'utf16le');
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    const shown = Buffer.from(search(secret).blankBytes(bytes));
    expect(shown.includes(bytes.subarray(13, -5))).toBe(false);
    for (const end of [[0, 12], [-4]]) expect(shown.subarray(...end)).toEqual(bytes.subarray(...end));
  }
});
