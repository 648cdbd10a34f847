import { expect, test } from '@jest/globals';
import { alignTables } from './align-tables.js';

test('a table whose columns a name has moved is padded anew', () => {
  const moved = [
    'before',
    '',
    '| format  | what |',
    '| ------- | ---- |',
    '| `a-long-name` | the rows |',
    'behind',
    '',
  ];
  expect(alignTables(moved.join('\n'))).toBe(
    [
      'before',
      '',
      '| format        | what     |',
      '| ------------- | -------- |',
      '| `a-long-name` | the rows |',
      'behind',
      '',
    ].join('\n'),
  );
});

test('a table that is aligned stays as it is, however wide', () => {
  const wide = '| a    | b |\n| ---- | - |\n| 1    | 2 |\n';
  expect(alignTables(`${wide}\n${wide}`)).toBe(`${wide}\n${wide}`);
});
