/** base ^ exponent mod modulus. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent === 0n) return 1n % modulus;
  const half = power((base * base) % modulus, exponent / 2n, modulus);
  return exponent % 2n === 1n ? (half * base) % modulus : half;
}
