import { createHmac } from 'node:crypto';

const PERIOD = 30_000;
const DIGITS = 6;

/** RFC 6238 with SHA-1, 30 seconds and 6 digits, leading zeros kept. */
export function totpAt(key: Uint8Array, now: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / PERIOD)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  const code = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(code).padStart(DIGITS, '0');
}
