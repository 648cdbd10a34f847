import { randomFraction } from '../keystream.js';

/** Math with the cell's own randomness. */
export function makeMath(): object {
  const { random: _, ...descriptors } = Object.getOwnPropertyDescriptors(Math);
  return Object.create(Object.prototype, {
    ...descriptors,
    random: { value: () => randomFraction(), writable: true, configurable: true },
  }) as object;
}
