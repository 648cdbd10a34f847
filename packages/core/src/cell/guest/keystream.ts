import type { Cipheriv } from 'node:crypto';

// Loading node:crypto takes longer than most plugins' whole start, and many never need it.
const { getBuiltinModule } = process;

let seed = '';

let cipher: Cipheriv | undefined;

/** Sets the cell's only source of randomness. `hex`: 32 bytes; the same seed gives the same bytes. */
export function seedKeystream(hex: string): void {
  seed = hex;
}

/** The next bytes of an AES-256-CTR keystream. */
export function randomBytes(length: number): Buffer {
  cipher ??= openKeystream();
  return cipher.update(Buffer.alloc(length));
}

function openKeystream(): Cipheriv {
  const { createCipheriv } = getBuiltinModule('node:crypto');
  return createCipheriv('aes-256-ctr', Buffer.from(seed, 'hex'), Buffer.alloc(16));
}

/** A number in [0, 1) of 53 random bits. */
export function randomFraction(): number {
  const bytes = randomBytes(8);
  return (bytes.readUInt32BE(0) * 2 ** 21 + (bytes.readUInt32BE(4) >>> 11)) / 2 ** 53;
}
