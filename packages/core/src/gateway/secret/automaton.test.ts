import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Automaton } from './automaton.js';

/** Ends and lengths of the longest string at each byte, looked for one by one. */
function find(strings: readonly Uint8Array[], text: Uint8Array): [end: number, length: number][] {
  const found: [number, number][] = [];
  for (let end = 1; end <= text.length; end += 1) {
    const lengths = strings
      .filter(({ length }) => length > 0 && length <= end)
      .filter((string) => Buffer.compare(string, text.subarray(end - string.length, end)) === 0)
      .map(({ length }) => length);
    if (lengths.length > 0) found.push([end, Math.max(...lengths)]);
  }
  return found;
}

/** Few different bytes, so that strings overlap and are suffixes of each other. */
const bytes = fc.uint8Array({ min: 0x61, max: 0x63, maxLength: 8 });

test('what is found is what looking for each string finds, and what may go on is the longest end that begins one', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 6 }), fc.array(bytes, { maxLength: 12 }), (strings, texts) => {
      const automaton = new Automaton(strings);
      // The nodes that the first texts made are there for the later ones.
      for (const text of [...texts, Uint8Array.from(texts.flatMap((part) => [...part]))]) {
        const found: [number, number][] = [];
        const node = automaton.scan(text, { from: 0, node: 0 }, (end, length) => found.push([end, length]));
        expect(found).toEqual(find(strings, text));
        const ends = Array.from(text, (_, start) => text.subarray(start));
        const open = ends.find((end) =>
          strings.some((string) => Buffer.compare(string.subarray(0, end.length), end) === 0),
        );
        expect(automaton.depthOf(node)).toBe(open?.length ?? 0);
      }
    }),
    { numRuns: 500 },
  );
});

test('a long string of one letter is found', () => {
  const string = Buffer.alloc(100_000, 'a');
  const ends: number[] = [];
  new Automaton([string]).scan(Buffer.alloc(100_002, 'a'), { from: 0, node: 0 }, (end) => ends.push(end));
  expect(ends).toEqual([100_000, 100_001, 100_002]);
});
