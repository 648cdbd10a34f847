/**
 * A whole number below 2^32, drawn from words: the same words always give the same number, other words an unrelated
 * one. Each event draws from its own date, so that what is added later changes nothing that was drawn before.
 */
export function draw(...words: readonly (string | number)[]): number {
  const text = words.join('|');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** A whole number from 0 to `count` − 1. */
export function drawBelow(count: number, ...words: readonly (string | number)[]): number {
  return draw(...words) % count;
}

/** The last step of MurmurHash3, by which each bit of the input reaches all bits of the result. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
