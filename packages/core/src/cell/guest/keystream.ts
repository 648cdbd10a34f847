import { createCipheriv, type Cipheriv } from 'node:crypto';

let cipher: Cipheriv | undefined;

/** Starts the cell's only source of randomness. `seed`: 32 bytes in hexadecimal; the same seed gives the same bytes. */
export function seedKeystream(seed: string): void {
  cipher = createCipheriv('aes-256-ctr', Buffer.from(seed, 'hex'), Buffer.alloc(16));
}

/** The next bytes of an AES-256-CTR keystream. */
export function randomBytes(length: number): Buffer {
  if (cipher === undefined) throw new TypeError('randomness is there after the first message of the host');
  return cipher.update(Buffer.alloc(length));
}

/** A number in [0, 1) of 53 random bits. */
export function randomFraction(): number {
  const bytes = randomBytes(8);
  return (bytes.readUInt32BE(0) * 2 ** 21 + (bytes.readUInt32BE(4) >>> 11)) / 2 ** 53;
}
