import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypted bytes; the authentication tag stands at their end. */
export interface Sealed {
  readonly nonce: Uint8Array;
  readonly content: Uint8Array;
}

/**
 * Encrypts with AES-256-GCM and a nonce of its own.
 *
 * @param context What the bytes belong to; they open only with the same.
 */
export function seal(key: Uint8Array, context: readonly unknown[], bytes: Uint8Array): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(toBytes(context));
  return { nonce, content: Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]) };
}

/** Decrypts; undefined where the key, the context or any byte is another. */
export function unseal(
  key: Uint8Array,
  context: readonly unknown[],
  { nonce, content }: Sealed,
): Buffer | undefined {
  if (nonce.length !== NONCE_BYTES || content.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(toBytes(context));
  decipher.setAuthTag(content.subarray(-TAG_BYTES));
  const bytes = decipher.update(content.subarray(0, -TAG_BYTES));
  try {
    return Buffer.concat([bytes, decipher.final()]);
  } catch {
    return undefined;
  } finally {
    bytes.fill(0);
  }
}

function toBytes(context: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify(context));
}
