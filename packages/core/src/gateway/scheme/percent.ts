const UNRESERVED = /[A-Za-z0-9._~-]/;

/** Percent-encodes bytes as RFC 3986 says: only unreserved characters stay. */
export function toPercent(bytes: Uint8Array, space: '%20' | '+' = '%20'): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (UNRESERVED.test(character)) text += character;
    else text += byte === 0x20 ? space : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}
