import { describe, expect, test } from '@jest/globals';
import { RowAccount } from './row-account.js';

describe('an account of rows', () => {
  test('names the first rows that are lost and counts the rest, with marked rows between them', () => {
    const account = new RowAccount();
    account.recordRows([2, 4]);
    const named = [1, 3, ...Array.from({ length: 18 }, (_, index) => index + 5)];
    expect(account.findProblems(30)).toEqual([
      {
        code: 'ROWS_UNACCOUNTED',
        message: `Rows ${named.join(', ')} and 8 more are neither in a record nor set aside.`,
        place: { rows: named },
      },
    ]);
  });

  test('does not go through rows that the reader made up', () => {
    const account = new RowAccount();
    account.recordRows([1]);
    const [problem] = account.findProblems(Number.MAX_SAFE_INTEGER);
    expect(problem?.message).toContain(` and ${Number.MAX_SAFE_INTEGER - 21} more are neither`);
  });

  test('has nothing to say of rows that are all there, of none, and of fewer than were named', () => {
    const account = new RowAccount();
    expect(account.findProblems(0)).toEqual([]);
    account.recordRows([1]);
    account.setAside([2]);
    expect(account.findProblems(2)).toEqual([]);
    expect(account.findProblems(1)).toMatchObject([{ message: expect.stringContaining('beyond the 1') }]);
  });
});
