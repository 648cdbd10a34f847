import { constants, privateDecrypt } from 'node:crypto';

/** RSAES-PKCS1-v1_5 by hand, since Node refuses its padding: `00 02`, random bytes, `00`, the message. */
export function decryptSecret(key: string, encrypted: string): Buffer {
  const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(encrypted, 'base64'));
  return block.subarray(block.indexOf(0, 2) + 1);
}
