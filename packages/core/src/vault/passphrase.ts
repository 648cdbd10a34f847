import { scrypt } from 'node:crypto';
import { KEY_BYTES } from './seal.js';

/** Parameters of scrypt (RFC 7914). */
export interface ScryptCost {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** 128 MiB and about half a second. */
export const DEFAULT_COST: ScryptCost = { cost: 2 ** 17, blockSize: 8, parallelization: 1 };

/** What the implementation needs beside the memory of the algorithm, in bytes. */
const SPARE = 1024 * 1024;

/** The key that a passphrase makes; the same text gives the same key however it was typed. */
export function keyFromPassphrase(
  passphrase: string,
  salt: Uint8Array,
  options: ScryptCost,
): Promise<Buffer> {
  const { cost, blockSize, parallelization } = options;
  const maxmem = 128 * blockSize * (cost + parallelization + 2) + SPARE;
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, KEY_BYTES, { ...options, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
