import { expect, test } from '@jest/globals';
import { sortEnumerations } from './sort-enumerations.ts';
import { spreadTuples } from './spread-tuples.ts';

test('names of an enumeration stand in alphabetical order, and other members as they are', () => {
  const report = ['z: 1;', '    b: "b";', '    "a-c": "a-c";', '    a: "a";', 'a: 2;', '    c: "d";'].join(
    '\n',
  );
  expect(sortEnumerations(report).split('\n')).toEqual([
    'z: 1;',
    '    "a-c": "a-c";',
    '    a: "a";',
    '    b: "b";',
    'a: 2;',
    '    c: "d";',
  ]);
});

test('a list of words has one word a line', () => {
  expect(spreadTuples('export const SIDES: readonly ["BUY", "SELL"];')).toBe(
    ['export const SIDES: readonly [', '    "BUY",', '    "SELL",', '];'].join('\n'),
  );
});
