import { constants, privateDecrypt, type KeyObject } from 'node:crypto';

/** RFC 8017 §7.2.2: `00 02`, at least eight bytes that are not zero, `00`, the message. */
const MIN_PADDING = 8;

/**
 * RSAES-PKCS1-v1_5. Node refuses that padding for private decryption, so it is taken off here; undefined where the bytes
 * were not encrypted for this key.
 */
export function decryptPkcs1(key: KeyObject, encrypted: Uint8Array): Uint8Array | undefined {
  const block = decryptBlock(key, encrypted);
  if (block?.[0] !== 0 || block[1] !== 2) return undefined;
  const end = block.indexOf(0, 2);
  if (end < 2 + MIN_PADDING) return undefined;
  const message = Uint8Array.from(block.subarray(end + 1));
  block.fill(0);
  return message;
}

function decryptBlock(key: KeyObject, encrypted: Uint8Array): Buffer | undefined {
  try {
    return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted);
  } catch {
    return undefined;
  }
}
