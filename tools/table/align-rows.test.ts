import { expect, test } from '@jest/globals';
import { alignRows } from './align-rows.ts';

const ROWS = [
  ['name', 'seconds', ''],
  ['install', '12', 'slow'],
  ['build', '3'],
];

test('columns are as wide as their widest cell, and no line ends in blanks', () => {
  expect(alignRows(ROWS)).toEqual(['name     seconds', 'install  12       slow', 'build    3']);
});

test('figures stand to the right', () => {
  expect(alignRows(ROWS, (column) => column === 1)).toEqual([
    'name     seconds',
    'install       12  slow',
    'build          3',
  ]);
});
