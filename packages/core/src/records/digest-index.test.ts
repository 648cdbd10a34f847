import { expect, test } from '@jest/globals';
import { digestOf } from './digest.js';
import { DigestIndex } from './digest-index.js';

/** Digests one behind the other, each the entry of its position. */
function indexed(digests: readonly string[]): DigestIndex {
  const piece = Buffer.from(digests.join(''), 'hex');
  const index = new DigestIndex((entry) => ({ piece, start: entry * 16 }));
  for (const [entry, digest] of digests.entries()) index.add(digest, entry);
  return index;
}

test('each of many digests leads to its entry, and no other digest to any', () => {
  const digests = Array.from({ length: 20_000 }, (_, entry) => digestOf([entry]));
  const index = indexed(digests);
  expect(digests.every((digest, entry) => index.find(digest) === entry)).toBe(true);
  const others = Array.from({ length: 20_000 }, (_, entry) => digestOf(['other', entry]));
  expect(others.every((digest) => index.find(digest) === undefined)).toBe(true);
});

test('digests that share a slot, and differ in their last byte alone, are told apart', () => {
  const digests = Array.from(
    { length: 200 },
    (_, entry) => 'ab'.repeat(15) + entry.toString(16).padStart(2, '0'),
  );
  const index = indexed(digests);
  expect(digests.map((digest) => index.find(digest))).toEqual(digests.keys().toArray());
  expect(index.find('ab'.repeat(15) + 'ff')).toBeUndefined();
});

test('an empty index has nothing', () => {
  expect(indexed([]).find(digestOf([]))).toBeUndefined();
});
