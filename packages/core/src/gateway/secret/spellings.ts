/**
 * The ways in which a secret stands in an answer as one run of bytes: itself, in Latin-1 and UTF-16, in hexadecimal, and
 * in base64, where the text around it decides which of three texts it becomes. Escapes of single characters are read by
 * the search itself.
 */
export function spellingsOf(secret: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => base64Behind(before, bytes));
  const texts = new Set([
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]);
  return [
    Uint8Array.from(bytes),
    ...latinOf(bytes),
    ...wideOf(bytes),
    ...[...texts].map((text) => Buffer.from(text)),
  ];
}

/** In Latin-1, where that can be written and is something else. */
function latinOf(secret: Buffer): Uint8Array[] {
  const text = secret.toString();
  const latin = Buffer.from(text, 'latin1');
  return latin.toString('latin1') === text && !latin.equals(secret) ? [latin] : [];
}

/**
 * In UTF-16 of both byte orders, where it is a text. A zero at an end goes: in the other byte order it would be one of the
 * character beside it.
 */
function wideOf(secret: Buffer): Uint8Array[] {
  const text = secret.toString();
  if (!Buffer.from(text).equals(secret)) return [];
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  return [little.at(-1) === 0 ? little.subarray(0, -1) : little, big.at(0) === 0 ? big.subarray(1) : big];
}

/** The characters that depend on the secret alone where so many other bytes stand before it. */
function base64Behind(before: number, secret: Buffer): string {
  const text = Buffer.concat([Buffer.alloc(before), secret])
    .toString('base64')
    .replace(/=+$/, '');
  const partial = (before + secret.length) % 3 === 0 ? 0 : 1;
  return text.slice(before === 0 ? 0 : before + 1, text.length - partial);
}
