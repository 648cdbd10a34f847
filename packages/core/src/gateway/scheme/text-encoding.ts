import type { ByteEncoding, TextEncoding } from '../../interfaces/index.js';
import { fromBase32, toBase32 } from './base32.js';
import { toPercent } from './percent.js';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes that are UTF-8; undefined for others. */
export function toText(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes as text; undefined where bytes that are no UTF-8 have no upper or lower case. */
export function encodeBytes(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  switch (encoding) {
    case 'hex':
    case 'base64':
    case 'base64url':
      return Buffer.from(bytes).toString(encoding);
    case 'base32':
      return toBase32(bytes);
    case 'percent':
      return toPercent(bytes);
    case 'form':
      return toPercent(bytes, '+');
    case 'upperCase':
      return toText(bytes)?.toUpperCase();
    case 'lowerCase':
      return toText(bytes)?.toLowerCase();
  }
}

/**
 * Text as bytes; undefined for a text of another form. White space around and inside is what people paste and does not
 * count; hexadecimal text of odd length has a zero in front, as numbers have.
 */
export function decodeText(text: string, encoding: ByteEncoding): Uint8Array | undefined {
  if (encoding === 'base32') return fromBase32(text);
  const digits = text.replace(/\s+/g, '');
  if (encoding === 'hex') {
    if (!/^[0-9a-fA-F]*$/.test(digits)) return undefined;
    return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  }
  const alphabet = encoding === 'base64' ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[A-Za-z0-9_-]*={0,2}$/;
  if (!alphabet.test(digits) || digits.replace(/=+$/, '').length % 4 === 1) return undefined;
  return Buffer.from(digits, encoding);
}
