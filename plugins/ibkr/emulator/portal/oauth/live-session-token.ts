import { createHmac } from 'node:crypto';
import { power } from './power.js';

const GENERATOR = 2n;

/** What the institution works a live session token out of. */
export interface TokenRequest {
  /** The secret of the access token, decrypted. */
  readonly secret: Uint8Array;
  readonly prime: bigint;
  /** The client's public value. */
  readonly challenge: bigint;
  /** The institution's private exponent. */
  readonly exponent: bigint;
  readonly consumerKey: string;
}

export interface LiveSessionToken {
  readonly token: Uint8Array;
  /** The institution's public value, hexadecimal without leading zeros. */
  readonly response: string;
  /** Tells the client that both have the same token. */
  readonly signature: string;
}

/** The institution's half of the exchange. */
export function makeLiveSessionToken(request: TokenRequest): LiveSessionToken {
  const { secret, prime, challenge, exponent, consumerKey } = request;
  const shared = power(challenge, exponent, prime);
  const token = createHmac('sha1', asSigned(shared)).update(secret).digest();
  return {
    token,
    response: power(GENERATOR, exponent, prime).toString(16),
    signature: createHmac('sha1', token).update(consumerKey).digest('hex'),
  };
}

/** A number as big-endian bytes with a zero in front where its bit length is a multiple of 8. */
function asSigned(number: bigint): Buffer {
  const hex = number.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(number.toString(2).length % 8 === 0 ? `00${even}` : even, 'hex');
}
