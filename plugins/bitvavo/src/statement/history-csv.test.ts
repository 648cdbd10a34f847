import { describe, expect, test } from '@jest/globals';
import type { StatementPart } from '@bourse/sdk';
import { readFixture, readHistory, readParts } from '../../test/read-history.js';

const HEADER =
  'Timezone,Date,Time,Type,Currency,Amount,Quote Currency,Quote Price,Received / Paid Currency,Received / Paid Amount,Fee currency,Fee amount,Status,Transaction ID,Address';
const history = (...rows: readonly string[]): Promise<StatementPart> =>
  readHistory([HEADER, ...rows, ''].join('\n'));
const withdrawal = (status: string, id: string, amount = '-0.05'): string =>
  `Europe/Amsterdam,2024-09-28,11:00:00,withdrawal,ETH,${amount},,,,,ETH,0.001,${status},${id},0x3b5a`;
const givenBack = (id: string, amount = '0.05'): string =>
  `Europe/Amsterdam,2024-09-28,12:00:00,withdrawal_cancelled,ETH,${amount},,,,,,,Completed,${id},`;

function rowsOf(part: StatementPart): number[] {
  const { transactions = [], cashMovements = [], transfers = [], ignored = [], unclassified = [] } = part;
  const sources = [...transactions, ...cashMovements, ...transfers].map((record) => record.source);
  const rows = [...sources, ...ignored, ...unclassified].flatMap((entry) => entry.rows ?? []);
  return rows.toSorted((left, right) => left - right);
}

describe('lines above the header', () => {
  const deposit = 'Europe/Amsterdam,2024-09-28,11:00:00,deposit,EUR,10,,,,,EUR,0,Completed,id,';
  const bad = deposit.replace(',10,', ',ten,');

  test('are left out, and rows count from the header', async () => {
    const read = await readHistory(`sep=,\nMy history\n\n${HEADER}\n${bad}\n${deposit}\n`);
    expect(read.rowsTotal).toBe(2);
    expect(read.cashMovements).toMatchObject([{ source: { rows: [2] } }]);
    expect(read.problems?.map(({ place }) => place)).toEqual([{ rows: [1], lines: [5], column: 'Amount' }]);
  });

  test('are 29 at most', async () => {
    const below = (count: number) => readHistory(`${'above\n'.repeat(count)}${HEADER}\n${deposit}\n`);
    expect((await below(29)).cashMovements).toHaveLength(1);
    await expect(below(30)).rejects.toThrow(/lacks the column/);
  });

  test('a file without a header is refused with the names of its columns', async () => {
    await expect(readHistory('one\ntwo\n')).rejects.toThrow(/lacks the column "Timezone"/);
  });
});

describe('the fixtures', () => {
  test('every type of row is booked', async () => {
    const read = await readHistory(await readFixture('history-every-type.csv'));
    expect(read.rowsTotal).toBe(21);
    expect(read.transactions).toHaveLength(4);
    expect(read.transfers).toHaveLength(10);
    expect(read.cashMovements).toHaveLength(7);
    expect(read.ignored).toEqual([{ reason: 'canceled', rows: [7] }]);
    expect(read.unclassified).toBeUndefined();
    expect(read.problems).toBeUndefined();
  });

  test('the former header gives the same kinds of records', async () => {
    const read = await readHistory(await readFixture('history-former.csv'));
    expect(read.transactions).toMatchObject([
      {
        side: 'SELL',
        currency: 'EUR',
        price: '21340',
        grossAmount: '106.7',
        netAmount: { amount: '106.43' },
      },
      { side: 'BUY', currency: 'EUR', price: '21200', grossAmount: '159', netAmount: { amount: '-159.4' } },
    ]);
    expect(read.transfers).toMatchObject([{ quantity: '-0.0025', bookedAt: '2022-06-14T07:03:41Z' }]);
    expect(read.cashMovements).toMatchObject([
      { type: 'DEPOSIT', money: { amount: '200', currency: 'EUR' } },
    ]);
  });

  test('a bad row is reported by row, line and column and takes no other with it', async () => {
    const read = await readHistory(await readFixture('history-broken-rows.csv'));
    const problems = read.problems?.map(({ code, place }) => [
      code,
      place?.rows?.[0],
      place?.lines?.[0],
      place?.column,
    ]);
    expect(problems).toEqual([
      ['AMBIGUOUS_TIME', 1, 2, 'Time'],
      ['AMBIGUOUS_TIME', 2, 3, 'Time'],
      ['AMBIGUOUS_TIME', 3, 4, 'Timezone'],
      ['ROW_MALFORMED', 4, 5, 'Date'],
      ['ROW_MALFORMED', 5, 6, 'Time'],
      ['ROW_MALFORMED', 6, 7, 'Amount'],
      ['ROW_MALFORMED', 7, 8, 'Amount'],
      ['IDENTITY_BROKEN', 9, 10, 'Fee amount'],
      ['ROW_MALFORMED', 17, 18, undefined],
    ]);
    expect(read.problems?.every((problem) => problem.remedy !== undefined)).toBe(true);
    expect(read.unclassified?.map(({ rows, reason }) => [rows[0], reason])).toEqual([
      [4, '"2024-02-30" is no date.'],
      [5, '"25:00:00" is no time.'],
      [6, '"ten" is no amount.'],
      [7, 'The row is a buy, but the amount was "-0.01".'],
      [10, 'a "lottery" of "0.01" is unknown'],
      [11, 'a "fixed_staking" of "-100" is unknown'],
      [12, 'it is not known whether the balance has changed yet'],
      [14, 'the status "under review" is unknown'],
      [17, 'The row has 14 cells, the header 16.'],
    ]);
    expect(read.ignored).toEqual([{ reason: 'not completed yet', rows: [13] }]);
    expect(read.cashMovements?.at(-1)?.money.amount).toBe('15');
  });

  test.each(['history-every-type.csv', 'history-former.csv', 'history-broken-rows.csv'])(
    'each row of %s is in one place',
    async (name) => {
      const read = await readHistory(await readFixture(name));
      // Row 16 of the fixture of every type is one row in two transactions.
      const rows = [...new Set(rowsOf(read))];
      expect(rows).toEqual(Array.from({ length: read.rowsTotal ?? 0 }, (_, index) => index + 1));
    },
  );
});

test.each([
  ['buy', '0.01', 'ignored'],
  ['sell', '-0.01', 'ignored'],
  ['deposit', '0.01', 'ignored'],
  ['withdrawal', '-0.01', 'unclassified'],
  ['internal_transfer', '-0.01', 'unclassified'],
] as const)('a pending %s of %s is %s', async (type, amount, list) => {
  const read = await history(`UTC,2024-09-28,11:00:00,${type},BTC,${amount},EUR,60000,EUR,,,,Pending,p1,`);
  expect(read[list]?.map(({ rows }) => rows)).toEqual([[1]]);
  expect(Object.keys(read).toSorted()).toEqual([list, 'rowsTotal'].toSorted());
});

describe('canceled withdrawals', () => {
  test('one that nothing gives back never left the balance', async () => {
    const read = await history(withdrawal('Canceled', 'w1'));
    expect(read.transfers).toBeUndefined();
    expect(read.ignored).toEqual([{ reason: 'canceled', rows: [1] }]);
  });

  test('one that is given back is booked with its reversal', async () => {
    const read = await history(givenBack('c1'), withdrawal('Cancelled', 'w1'));
    expect(read.transfers).toMatchObject([
      { status: 'BOOKED', quantity: '-0.05', source: { rows: [2] } },
      { status: 'REVERSAL', quantity: '0.05', reverses: { recordId: 'w1' }, source: { rows: [1] } },
    ]);
    expect(read.ignored).toBeUndefined();
  });

  test('each is given back once, and only in its own amount', async () => {
    const read = await history(
      withdrawal('Canceled', 'w1'),
      withdrawal('Canceled', 'w2'),
      givenBack('c1'),
      withdrawal('Canceled', 'w3', '-0.06'),
    );
    expect(read.transfers?.map((transfer) => transfer.source.rows)).toEqual([[1], [3]]);
    expect(read.ignored).toEqual([{ reason: 'canceled', rows: [2, 4] }]);
  });

  test('what gives back a withdrawal that was completed is a reversal by itself', async () => {
    const read = await history(givenBack('c1'), withdrawal('Completed', 'w1'));
    expect(read.transfers).toHaveLength(2);
    expect(read.transfers?.find((transfer) => transfer.status === 'REVERSAL')).not.toHaveProperty('reverses');
  });

  test('an id that both rows share reverses nothing', async () => {
    const read = await history(givenBack('x'), withdrawal('Canceled', 'x'));
    expect(read.transfers?.[1]).not.toHaveProperty('reverses');
  });

  test('wait in a number that is bounded; more of them stay unclassified', async () => {
    const rows = Array.from({ length: 10_002 }, (_, index) => withdrawal('Canceled', `w${index}`));
    const read = await history(...rows, givenBack('c1'));
    expect(read.ignored?.[0]?.rows).toHaveLength(10_000);
    expect(read.unclassified?.map((entry) => entry.rows[0])).toEqual([10_001, 10_002, 10_003]);
  });

  test('money is given back as well', async () => {
    const row = 'UTC,2024-09-28,11:00:00,withdrawal,EUR,-50,,,,,,,Canceled,w1,NL07***91';
    const back = 'UTC,2024-09-28,12:00:00,withdrawal_cancelled,EUR,50,,,,,,,Completed,c1,';
    expect((await history(row, back)).cashMovements).toMatchObject([
      { status: 'BOOKED', money: { amount: '-50' } },
      { status: 'REVERSAL', money: { amount: '50' }, reverses: { recordId: 'w1' } },
    ]);
  });
});

describe('the file', () => {
  test('without any text is refused', async () => {
    await expect(readParts('')).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: 'The file is empty.',
    });
  });

  test('with another header is refused', async () => {
    await expect(readParts('Timezone,Fee currency\n')).rejects.toMatchObject({ code: 'UNSUPPORTED_FORMAT' });
  });

  test('with a header alone has no rows', async () => {
    expect(await readParts(HEADER)).toEqual([{ rowsTotal: 0 }]);
  });

  test('that is cut off loses its last row only', async () => {
    const text = [HEADER, withdrawal('Completed', 'w1'), withdrawal('Completed', 'w2')].join('\n');
    const read = await readHistory(text.slice(0, -20));
    expect(read.transfers).toHaveLength(1);
    expect(read.problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { rows: [2] } }]);
  });

  test('is handed on while it is read', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => withdrawal('Completed', `w${index}`));
    const parts = await readParts([HEADER, ...rows].join('\n'));
    expect(parts.map((part) => part.transfers?.length)).toEqual([500, 500, 200]);
  });
});
