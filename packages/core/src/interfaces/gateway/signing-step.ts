import { z } from 'zod';
import { LabelSchema } from '../values/schemas.js';
import { GatewayNameSchema } from './credential-declaration.js';
import { SigningValueSchema } from './signing-value.js';

const name = GatewayNameSchema;
const value = SigningValueSchema;
const members = z.record(LabelSchema, value);

/** How bytes become text. `percent`: RFC 3986, only unreserved characters stay; `form`: the same with `+` for a space. */
export const TEXT_ENCODINGS = [
  'hex',
  'base64',
  'base64url',
  'base32',
  'percent',
  'form',
  'upperCase',
  'lowerCase',
] as const;

/** How text becomes bytes. */
export const BYTE_ENCODINGS = ['hex', 'base64', 'base64url', 'base32'] as const;

/**
 * One step of a recipe. It makes bytes out of values and gives them a name for later steps; text is UTF-8. Steps run from
 * first to last, once for each request, and see nothing but what they name.
 */
export const SigningStepSchema = z.union([
  /** The host's clock, so many seconds later. `iso`: such as 2024-03-01T10:00:00.000Z. */
  z.strictObject({
    name,
    time: z.enum(['seconds', 'milliseconds', 'iso']),
    plus: z.int().min(0).max(86_400).optional(),
  }),
  /** Random text, new for each request; `length` characters. */
  z.strictObject({ name, nonce: z.enum(['hex', 'alphanumeric']), length: z.int().min(8).max(64) }),
  /** A number that never comes twice for the connection and only grows. */
  z.strictObject({ name, counter: z.literal('milliseconds') }),
  /** Random bytes, new for each request. */
  z.strictObject({ name, random: z.int().min(16).max(256) }),
  z.strictObject({ name, concat: z.array(value).min(1).max(32) }),
  z.strictObject({ name, encode: value, as: z.enum(TEXT_ENCODINGS) }),
  z.strictObject({ name, decode: value, from: z.enum(BYTE_ENCODINGS) }),
  z.strictObject({ name, hash: z.enum(['sha1', 'sha256', 'sha512']), of: value }),
  z.strictObject({ name, hmac: z.enum(['sha1', 'sha256', 'sha512']), key: value, of: value }),
  /** RFC 6238 with SHA-1, 30 seconds and 6 digits; the key is bytes. */
  z.strictObject({ name, totp: value }),
  /** A JWS in compact form (RFC 7515); members are text, `iat`, `nbf` and `exp` numbers. The key is a PEM text. */
  z.strictObject({ name, jwt: z.enum(['ES256', 'EdDSA']), key: value, header: members, payload: members }),
  /** RSASSA-PKCS1-v1_5 (RFC 8017); the key is a PEM text. */
  z.strictObject({ name, rsaSign: z.enum(['sha256']), key: value, of: value }),
  /** RSAES-PKCS1-v1_5 (RFC 8017); the key is a PEM text. */
  z.strictObject({ name, rsaDecrypt: value, key: value }),
  /** generator ^ exponent mod prime; prime and base as big-endian bytes, the result without leading zero bytes. */
  z.strictObject({ name, power: value, exponent: value, modulus: value }),
  /**
   * Names and values joined as in `a=1&b=2`, sorted by name, then by value, in code units; those of the query of the
   * request among them where `withQuery` says so.
   */
  z.strictObject({
    name,
    parameters: members,
    withQuery: z.boolean().optional(),
    encoded: z.enum(['percent', 'form', 'none']),
  }),
  /** The value with one zero byte in front where its highest bit is set, as in a signed big-endian number. */
  z.strictObject({ name, signed: value }),
]);

export type SigningStep = z.infer<typeof SigningStepSchema>;

/** One of the ways in which bytes become text; `form` is `percent` (RFC 3986) with `+` for a space. */
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** One of the ways in which text becomes bytes. */
export type ByteEncoding = (typeof BYTE_ENCODINGS)[number];
