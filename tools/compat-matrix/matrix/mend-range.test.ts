import { describe, expect, test } from '@jest/globals';
import { mendRange } from './mend-range.ts';

const EVERYWHERE = new Map([
  ['1.0.0', true],
  ['1.1.0', true],
]);
const FROM_1_1 = new Map([...EVERYWHERE, ['1.0.0', false]] as const);

describe('a range is', () => {
  test.each([
    ['right', '>=1.0.0 <2.0.0', EVERYWHERE, undefined],
    ['right in other words', '^1.0.0', EVERYWHERE, undefined],
    ['right from a later minor on', '>=1.1.0 <2.0.0', FROM_1_1, undefined],
    ['too narrow below', '>=1.1.0 <2.0.0', EVERYWHERE, '>=1.0.0 <2.0.0'],
    ['too wide below', '>=1.0.0 <2.0.0', FROM_1_1, '>=1.1.0 <2.0.0'],
    ['too narrow above: a contract that exists', '>=1.0.0 <1.1.0', EVERYWHERE, '>=1.0.0 <2.0.0'],
    ['too narrow above: the minors to come', '>=1.0.0 <1.2.0', EVERYWHERE, '>=1.0.0 <2.0.0'],
    ['too wide above', '>=1.0.0', EVERYWHERE, '>=1.0.0 <2.0.0'],
    ['too wide on both sides', '*', FROM_1_1, '>=1.1.0 <2.0.0'],
  ])('%s: %s', (_, api, works, mend) => {
    expect(mendRange(api, works)).toBe(mend);
  });
});

test('what works nowhere, or not on the newest contract, is not mended by a range', () => {
  expect(mendRange('^1.0.0', new Map([['1.0.0', false]]))).toBeUndefined();
  expect(mendRange('^1.0.0', new Map([...EVERYWHERE, ['1.1.0', false]] as const))).toBeUndefined();
});
