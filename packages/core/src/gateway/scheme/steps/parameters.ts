import { toPercent } from '../percent.js';

export type ParameterEncoding = 'percent' | 'form' | 'none';

/** Pairs as in `a=1&b=2`, sorted by name, then by value, as they are written, in code units. */
export function joinParameters(
  pairs: readonly (readonly [string, string])[],
  encoding: ParameterEncoding,
): string {
  return pairs
    .map(([name, value]) => [write(name, encoding), write(value, encoding)] as const)
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function write(text: string, encoding: ParameterEncoding): string {
  if (encoding === 'none') return text;
  return toPercent(Buffer.from(text), encoding === 'form' ? '+' : '%20');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
