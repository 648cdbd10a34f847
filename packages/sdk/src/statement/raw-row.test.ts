import { expect, test } from '@jest/globals';
import { RawRowSchema } from '@bourse/core/interfaces';
import fc from 'fast-check';
import { rawRow, rawRows } from './raw-row.js';

test('each cell is kept under its column; empty cells are left out', () => {
  expect(rawRow(['Date', 'Text', 'Amount'], ['2024-01-01', '', '1,50'])).toEqual({
    Date: '2024-01-01',
    Amount: '1,50',
  });
});

test('columns without a name, repeated names and cells beyond the header have names of their own', () => {
  expect(rawRow(['A', '', ' A ', 'A (3)'], ['1', '2', '3', '4', '5'])).toEqual({
    A: '1',
    'column 2': '2',
    'A (3)': '3',
    'A (3) (4)': '4',
    'column 5': '5',
  });
});

test('a column called like a part of the language is a column', () => {
  expect(Object.entries(rawRow(['__proto__'], ['x']))).toEqual([['__proto__', 'x']]);
});

test('a record of several rows has one map for each', () => {
  expect(rawRows(['A'], [['1'], ['2'], ['']])).toEqual([{ A: '1' }, { A: '2' }, {}]);
});

test('a long cell is cut off and marked', () => {
  expect(rawRow(['A', 'B'], ['x'.repeat(5000), 'y'])).toEqual({ A: `${'x'.repeat(4095)}…`, B: 'y' });
});

test('whatever the cells, the raw rows of a record fit the contract and 8 KB', () => {
  const cells = fc.array(fc.string({ unit: 'binary', maxLength: 3000 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 4 }), (rows) => {
      const raw = rawRows(['A', 'B', 'A'], rows);
      expect(new TextEncoder().encode(JSON.stringify(raw)).length).toBeLessThanOrEqual(8192);
      expect(raw).toHaveLength(rows.length);
      for (const row of raw) expect(RawRowSchema.safeParse(row).success).toBe(true);
    }),
  );
});
