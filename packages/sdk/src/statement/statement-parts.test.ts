import { expect, test } from '@jest/globals';
import { StatementPartSchema, type FxRate } from '@bourse/core/interfaces';
import { StatementParts } from './statement-parts.js';

const rate = (row: number): FxRate => ({
  base: 'EUR',
  quote: 'USD',
  rate: '1.1',
  source: 'REFERENCE',
  rows: [row],
});

test('lists stand in a part only where they have entries', () => {
  const parts = new StatementParts();
  parts.add('fxRates', rate(1), rate(2));
  expect([...parts.drain()]).toEqual([]);
  expect([...parts.finish({ rowsTotal: 2 })]).toEqual([{ fxRates: [rate(1), rate(2)], rowsTotal: 2 }]);
});

test('an empty statement is one part', () => {
  expect([
    ...new StatementParts().finish({ rowsTotal: 0, period: { from: '2024-01-01', to: '2024-01-31' } }),
  ]).toEqual([{ rowsTotal: 0, period: { from: '2024-01-01', to: '2024-01-31' } }]);
});

test('parts have at most 500 entries, all lists together, in the order in which they were added', () => {
  const parts = new StatementParts();
  const seen = [];
  for (let row = 1; row <= 1200; row += 1) {
    if (row % 2 === 0) parts.add('fxRates', rate(row));
    else parts.problem({ code: 'ROW_MALFORMED', message: 'no date', place: { rows: [row] } });
    seen.push(...parts.drain());
  }
  seen.push(...parts.finish({ rowsTotal: 1200 }));
  expect(seen.map((part) => (part.fxRates?.length ?? 0) + (part.problems?.length ?? 0))).toEqual([
    500, 500, 200,
  ]);
  expect(seen.flatMap((part) => part.fxRates ?? []).map(({ rows }) => rows?.[0])).toEqual(
    Array.from({ length: 600 }, (_, index) => 2 * index + 2),
  );
  expect(seen.at(-1)?.rowsTotal).toBe(1200);
  for (const part of seen) expect(StatementPartSchema.parse(part)).toEqual(part);
});

test('ignored rows are gathered by reason, with their money', () => {
  const parts = new StatementParts();
  const euro = (amount: string) => ({ amount, currency: 'EUR' });
  parts.ignore('cash sweep', [1], [euro('5')]);
  parts.ignore('running total', [2]);
  parts.ignore('cash sweep', [3, 4], [euro('-5')]);
  expect([...parts.finish({ rowsTotal: 4 })]).toEqual([
    {
      ignored: [
        { reason: 'cash sweep', rows: [1, 3, 4], money: [euro('5'), euro('-5')] },
        { reason: 'running total', rows: [2] },
      ],
      rowsTotal: 4,
    },
  ]);
});

test('unclassified rows keep their text as far as the contract takes it', () => {
  const parts = new StatementParts();
  parts.unclassified([7], 'x'.repeat(5000), 'unknown type');
  const [part] = [...parts.finish({ rowsTotal: 7 })];
  expect(StatementPartSchema.parse(part).unclassified).toEqual([
    { rows: [7], text: 'x'.repeat(4096), reason: 'unknown type' },
  ]);
});

test('a file of ignored rows alone comes in parts as well', () => {
  const parts = new StatementParts();
  const seen = [];
  for (let row = 1; row <= 25_000; row += 1) {
    parts.ignore('running total', [row]);
    seen.push(...parts.drain());
  }
  seen.push(...parts.finish({ rowsTotal: 25_000 }));
  expect(seen.map((part) => part.ignored?.flatMap(({ rows }) => rows).length)).toEqual([
    10_000, 10_000, 5_000,
  ]);
});
