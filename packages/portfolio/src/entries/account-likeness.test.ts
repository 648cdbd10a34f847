import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareAccounts, type Trace } from './account-likeness.js';

const trace = (day: number, more: Partial<Trace> = {}): Trace => ({
  kind: 'TRANSACTION',
  date: `2024-01-${String(day).padStart(2, '0')}`,
  content: 'buys 1 AAA at 10',
  number: `R-${day}`,
  ...more,
});

const days = (...numbers: number[]): Trace[] => numbers.map((day) => trace(day));

describe('two accounts', () => {
  test('are one where all that both tell of is the same, by numbers of the institution', () => {
    expect(compareAccounts(days(1, 2, 3, 4), days(2, 3, 4, 5))).toEqual({ likeness: 'same', common: 3 });
  });

  test('are asked about where the same savings plan has other numbers, or none', () => {
    const other = days(1, 2, 3, 4).map((each) => ({ ...each, number: `X${each.number}` }));
    expect(compareAccounts(days(1, 2, 3, 4), other)).toEqual({ likeness: 'alike', common: 4 });
    const { number: _, ...unnumbered } = trace(1);
    const plan = [1, 2, 3, 4].map((day) => ({
      ...trace(day),
      ...unnumbered,
      date: trace(day).date,
      number: undefined,
    }));
    expect(compareAccounts(plan, plan).likeness).toBe('alike');
  });

  test('are two where one of them has more in the common period, and not too much of it is alike', () => {
    const more = [...days(1, 2, 3, 4, 5), trace(2, { content: 'sells 1 BBB at 20', number: 'S' })];
    expect(compareAccounts(days(1, 2, 3, 4, 5), more).likeness).toBe('alike');
    const others = [1, 2, 3, 4, 5, 6].map((day) =>
      trace(day, { content: 'sells 1 BBB at 20', number: `S${day}` }),
    );
    expect(compareAccounts([...days(1, 2), ...others], days(1, 2, 3, 4, 5, 6)).likeness).toBe('different');
  });

  test('that tell of no common day, or only a day or two, are not taken for one', () => {
    expect(compareAccounts(days(1, 2), days(3, 4))).toEqual({ likeness: 'different', common: 0 });
    expect(compareAccounts([], days(3, 4)).likeness).toBe('different');
    expect(compareAccounts(days(1, 2), days(1, 2)).likeness).toBe('alike');
  });

  test('may differ on the last common day, and in kinds of records that only one of them knows', () => {
    const late = trace(4, { number: 'late' });
    expect(compareAccounts([...days(1, 2, 3, 4), late], days(1, 2, 3, 4)).likeness).toBe('same');
    const fee = trace(2, { kind: 'FEE', content: 'fee' });
    expect(compareAccounts([...days(1, 2, 3, 4), fee], days(1, 2, 3, 4)).likeness).toBe('same');
  });

  test('are judged alike from either side, and are never one with a contradiction before the last common day', () => {
    const traces = fc.array(
      fc
        .tuple(
          fc.integer({ min: 1, max: 9 }),
          fc.constantFrom('a', 'b'),
          fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
        )
        .map(([day, content, number]) => trace(day, { content, number })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(traces, traces, (one, other) => {
        expect(compareAccounts(one, other)).toEqual(compareAccounts(other, one));
        expect(
          compareAccounts(
            [trace(1), ...one, trace(9)],
            [trace(1), trace(1, { content: 'c' }), ...other, trace(9)],
          ).likeness,
        ).not.toBe('same');
      }),
    );
  });
});
