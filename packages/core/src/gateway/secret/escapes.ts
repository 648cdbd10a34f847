/** An escape of a character: the bytes that it stands for, and how many bytes of text it takes. */
export interface Escape {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** A way to write single characters. */
export interface EscapeKind {
  /** The byte that every escape begins with. */
  readonly mark: number;
  /** The most bytes that an escape takes. */
  readonly longest: number;
  /** Reads the escape that begins at an index; undefined where there is none. */
  readonly read: (text: Uint8Array, at: number) => Escape | undefined;
}

const escape = (character: string, length: number): Escape => ({ bytes: Buffer.from(character), length });
const latin = (text: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...text.subarray(at, at + length));
const hexDigit = (byte: number | undefined): number =>
  byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);

const BYTES: readonly Escape[] = Array.from({ length: 256 }, (_, byte) => ({
  bytes: Uint8Array.of(byte),
  length: 3,
}));

/** `%2F`, in either case. */
const PERCENT: EscapeKind = {
  mark: 0x25,
  longest: 3,
  read: (text, at) => BYTES[16 * hexDigit(text[at + 1]) + hexDigit(text[at + 2])],
};

const SPACE = escape(' ', 1);

/** `+` for a space, beside which the other characters of a form are percent-encoded. */
const PLUS: EscapeKind = { mark: 0x2b, longest: 1, read: () => SPACE };

const SHORT: ReadonlyMap<number | undefined, Escape> = new Map(
  Object.entries({
    '"': '"',
    '\\': '\\',
    '/': '/',
    "'": "'",
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
  }).map(([letter, character]) => [letter.charCodeAt(0), escape(character, 2)]),
);

/** `\u00e9`, two of them for a character beyond the first 65,536, `\/` and the like. */
const JSON_ESCAPE: EscapeKind = {
  mark: 0x5c,
  longest: 12,
  read: (text, at) => SHORT.get(text[at + 1]) ?? readUnits(latin(text, at, 12)),
};

function readUnits(text: string): Escape | undefined {
  const units =
    /^\\u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})/.exec(text) ??
    /^\\u([0-9A-Fa-f]{4})/.exec(text);
  if (units === null) return undefined;
  const codes = units.slice(1).map((digits) => Number.parseInt(digits, 16));
  return escape(String.fromCharCode(...codes), units[0].length);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['sol', '/'],
  ['bsol', '\\'],
  ['plus', '+'],
  ['equals', '='],
  ['colon', ':'],
  ['semi', ';'],
  ['num', '#'],
  ['percnt', '%'],
  ['excl', '!'],
  ['quest', '?'],
  ['commat', '@'],
  ['dollar', '$'],
  ['lowbar', '_'],
  ['period', '.'],
  ['comma', ','],
  ['nbsp', '\u00a0'],
]);

/** `&amp;`, `&#38;` and `&#x26;`, with leading zeros. */
const HTML: EscapeKind = { mark: 0x26, longest: 12, read: (text, at) => readEntity(latin(text, at, 12)) };

function readEntity(text: string): Escape | undefined {
  const found = /^&(?:#(\d{1,9})|#[xX]([0-9A-Fa-f]{1,8})|([a-zA-Z]{2,8}));/.exec(text);
  if (found === null) return undefined;
  const [whole, decimal, hex, name] = found;
  const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
  const character = name === undefined ? toCharacter(code) : NAMED.get(name.toLowerCase());
  return character === undefined ? undefined : escape(character, whole.length);
}

function toCharacter(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The languages in which characters of a secret are escaped, each with the escapes that it knows. */
export const LANGUAGES: readonly (readonly EscapeKind[])[] = [
  [PERCENT],
  [PERCENT, PLUS],
  [JSON_ESCAPE],
  [HTML],
];
