/** The largest modulus and exponent, in bytes: an exponentiation beyond them takes the host's time. */
export const MAX_MODULUS = 1024;
export const MAX_EXPONENT = 512;

/** base ^ exponent mod modulus, all as big-endian bytes; the result has no leading zero bytes. */
export function modularPower(base: Uint8Array, exponent: Uint8Array, modulus: Uint8Array): Uint8Array {
  const divisor = toBigInt(modulus);
  let power = toBigInt(base) % divisor;
  let result = 1n % divisor;
  for (let bits = toBigInt(exponent); bits > 0n; bits >>= 1n) {
    if ((bits & 1n) === 1n) result = (result * power) % divisor;
    power = (power * power) % divisor;
  }
  const digits = result === 0n ? '' : result.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}

/** The bytes without leading zeros. */
export function withoutLeadingZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? bytes.subarray(bytes.length) : bytes.subarray(first);
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
