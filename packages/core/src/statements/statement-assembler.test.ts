import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StatementSchema, type StatementPart } from '../interfaces/index.js';
import { depositDraft, dividendDraft, tradeDraft } from '../records/fixtures/drafts.js';
import { assembleStatement } from './assemble-statement.js';
import { StatementAssembler } from './statement-assembler.js';

const origin = {
  provenance: { institution: 'Acme', channel: 'STATEMENT' as const },
  format: 'acme-csv',
  file: 'march.csv',
};

async function* stream(parts: readonly unknown[]): AsyncGenerator<unknown> {
  yield* parts;
}

const assemble = (...parts: unknown[]) => assembleStatement(stream(parts), origin);
const codes = (statement: { problems: { code: string }[] }) =>
  statement.problems.map((problem) => problem.code);

const WHOLE: StatementPart = {
  transactions: [tradeDraft()],
  cashMovements: [depositDraft()],
  dividends: [dividendDraft()],
  rowsTotal: 4,
};

describe('a statement', () => {
  test('is complete and fits the contract when every row is accounted for', async () => {
    const statement = await assemble(WHOLE);
    expect(StatementSchema.parse(statement)).toEqual(statement);
    expect(statement.problems).toEqual([]);
  });

  test('with a problem in the words of the host says that the plugin failed, without its advice', async () => {
    const problem = { code: 'LEDGER_UNAVAILABLE', message: 'm', remedy: 'Delete it.', place: { rows: [1] } };
    const { problems } = await assemble({ ...WHOLE, problems: [problem] });
    expect(problems).toMatchObject([{ code: 'PLUGIN_FAILED', message: 'm', place: { rows: [1] } }]);
    expect(problems[0]?.remedy).not.toBe('Delete it.');
  });

  test('is the same however its reader cuts it into parts', async () => {
    const whole = await assemble(WHOLE);
    const { transactions, cashMovements, dividends, rowsTotal } = WHOLE;
    expect(await assemble({ transactions }, { cashMovements, dividends }, { rowsTotal })).toEqual(whole);
  });

  test.each([
    ['lost', { ...WHOLE, rowsTotal: 5 }, 'Rows 5 are neither'],
    [
      'counted twice',
      { ...WHOLE, ignored: [{ reason: 'noise', rows: [1] }] },
      'Rows 1 are in a record and set aside',
    ],
    ['made up', { ...WHOLE, rowsTotal: 3 }, 'beyond the 3'],
  ])('names rows that the reader has %s', async (_, part, message) => {
    const [problem] = (await assemble(part)).problems;
    expect(problem?.code).toBe('ROWS_UNACCOUNTED');
    expect(problem?.message).toContain(message);
    expect(problem?.remedy).toBeDefined();
  });

  test.each([1_023, 1_024, 1_025])('counts each of %p rows', async (rowsTotal) => {
    const rows = Array.from({ length: rowsTotal }, (_, index) => index + 1);
    const ignored = rows.map((row) => ({ reason: 'noise', rows: [row] }));
    expect((await assemble({ ignored, rowsTotal })).problems).toEqual([]);
  });

  test('never loses a good record to a bad one', async () => {
    const bad = { ...tradeDraft({ source: { rows: [1] } }), quantity: 'ten' };
    const statement = await assemble({
      ...WHOLE,
      transactions: [bad, tradeDraft({ source: { rows: [5] } })],
      rowsTotal: 5,
    });
    expect(statement.transactions).toHaveLength(1);
    expect(statement.unclassified).toMatchObject([{ rows: [1] }]);
    expect(statement.problems).toMatchObject([
      {
        code: 'ROW_MALFORMED',
        place: { file: 'march.csv', rows: [1] },
        remedy: expect.stringContaining('its author mends the reader'),
      },
    ]);
  });

  test('leaves out an ISIN whose check digit fails and keeps the record', async () => {
    const instrument = { ...tradeDraft().instrument, isin: 'US0378331006' };
    const statement = await assemble({ ...WHOLE, transactions: [{ ...tradeDraft(), instrument }] });
    expect(statement.transactions[0]?.instrument.isin).toBeUndefined();
    expect(codes(statement)).toEqual(['IDENTIFIER_INVALID']);
  });

  test('keeps a record whose numbers contradict each other, and says so', async () => {
    const statement = await assemble({
      ...WHOLE,
      transactions: [
        tradeDraft({ grossAmount: '999.99', netAmount: { amount: '-1000.99', currency: 'EUR' } }),
      ],
    });
    expect(statement.transactions[0]?.netAmount.amount).toBe('-1000.99');
    expect(statement.problems).toMatchObject([{ code: 'IDENTITY_BROKEN', place: { rows: [1] } }]);
  });

  test('compares opening cash and movements with closing cash, within the period', async () => {
    const account = {
      id: 'A1',
      period: { from: '2024-03-01', to: '2024-03-31' },
      openingCash: [{ amount: '50', currency: 'EUR' }],
      cash: [{ amount: '24', currency: 'EUR' }],
    };
    expect(codes(await assemble({ ...WHOLE, accounts: [account] }))).toEqual([]);
    const later = depositDraft({ date: '2024-04-01', source: { rows: [5] } });
    expect(
      codes(
        await assemble({
          ...WHOLE,
          cashMovements: [depositDraft(), later],
          accounts: [account],
          rowsTotal: 5,
        }),
      ),
    ).toEqual([]);
    const other = await assemble({
      ...WHOLE,
      accounts: [{ ...account, cash: [{ amount: '25.50', currency: 'EUR' }] }],
    });
    expect(other.problems[0]?.message).toContain('the difference is 1.5');
  });

  test('asks ignored money to cancel itself, for each reason and currency', async () => {
    const sweep = (amount: string, row: number) => ({
      reason: 'sweep',
      rows: [row],
      money: [{ amount, currency: 'EUR' }],
    });
    expect(
      codes(await assemble({ ...WHOLE, ignored: [sweep('5', 5), sweep('-5', 6)], rowsTotal: 6 })),
    ).toEqual([]);
    const statement = await assemble({ ...WHOLE, ignored: [sweep('5', 5)], rowsTotal: 5 });
    expect(statement.problems[0]?.message).toContain('5 EUR is left over');
    const other = { ...sweep('-5', 6), reason: 'other' };
    expect(codes(await assemble({ ...WHOLE, ignored: [sweep('5', 5), other], rowsTotal: 6 }))).toEqual([
      'BALANCE_MISMATCH',
      'BALANCE_MISMATCH',
    ]);
  });

  test('sets aside a booking that the file repeats, and counts its row', async () => {
    const booked = (row: number) => depositDraft({ source: { recordId: '17', rows: [row] } });
    const statement = await assemble({ cashMovements: [booked(1), booked(2)], rowsTotal: 2 });
    expect(statement.cashMovements).toHaveLength(1);
    expect(statement.ignored).toMatchObject([{ rows: [2] }]);
    expect(statement.problems).toEqual([]);
  });

  test('gives a record another id when its booking id turns out to be shared', async () => {
    const booked = (amount: string, row: number) =>
      depositDraft({ money: { amount, currency: 'EUR' }, source: { recordId: '0', rows: [row] } });
    const shared = await assemble(
      { cashMovements: [booked('1', 1)] },
      { cashMovements: [booked('2', 2)], rowsTotal: 2 },
    );
    const natural = await assemble({
      cashMovements: ['1', '2'].map((amount) => depositDraft({ money: { amount, currency: 'EUR' } })),
      rowsTotal: 2,
    });
    expect(shared.cashMovements.map((record) => record.id)).toEqual(
      natural.cashMovements.map((record) => record.id),
    );
  });

  test('checks the two legs of a conversion against its rate', async () => {
    const fx = { base: 'EUR', quote: 'USD', rate: '1.10', source: 'EXECUTED' as const };
    const leg = (amount: string, currency: string, row: number) =>
      depositDraft({
        type: 'FX_CONVERSION',
        money: { amount, currency },
        linkId: 'x',
        fx,
        source: { rows: [row] },
      });
    const good = await assemble({
      cashMovements: [leg('-100', 'EUR', 1), leg('110', 'USD', 2)],
      rowsTotal: 2,
    });
    const bad = await assemble({
      cashMovements: [leg('-100', 'EUR', 1), leg('120', 'USD', 2)],
      rowsTotal: 2,
    });
    expect(codes(good)).toEqual([]);
    expect(bad.problems).toMatchObject([{ code: 'IDENTITY_BROKEN', place: { rows: [1, 2] } }]);
    const two = await assemble({
      cashMovements: [
        leg('-100', 'EUR', 1),
        leg('110', 'USD', 2),
        leg('-200', 'EUR', 3),
        leg('220', 'USD', 4),
      ],
      rowsTotal: 4,
    });
    expect(codes(two)).toEqual([]);
  });

  test('lists a thousand problems of one kind and counts the rest', async () => {
    const problems = Array.from({ length: 1_500 }, (_, index) => ({
      code: 'AMBIGUOUS_TIME' as const,
      message: `${index}`,
    }));
    const statement = await assemble({ problems, rowsTotal: 0 });
    expect(statement.problems).toHaveLength(1_001);
    expect(statement.problems.at(-1)?.message).toContain('500 more');
    const listed = await assemble({ problems: problems.slice(0, 1_000), rowsTotal: 0 });
    expect(listed.problems).toHaveLength(1_000);
  });

  test.each([['text'], [null], [[]], [{ rowsTotal: -1 }], [{ surprise: 1 }], [{ transactions: 'many' }]])(
    'refuses a part that is %p',
    async (part) => {
      await expect(assemble(part)).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
    },
  );

  test('refuses a reader that never says how many rows there are', async () => {
    await expect(assemble({ transactions: [tradeDraft()] })).rejects.toMatchObject({
      code: 'MALFORMED_RESPONSE',
    });
  });

  test('gives files that overlap the same ids: the union is the longer file', async () => {
    const deposit = fc.record({
      amount: fc.constantFrom('1', '2', '3'),
      day: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(deposit, { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        async (deposits, cut) => {
          const idsOf = async (list: typeof deposits) => {
            const cashMovements = list.map(({ amount, day }, index) =>
              depositDraft({
                money: { amount, currency: 'EUR' },
                date: `2024-03-0${day}`,
                source: { rows: [index + 1] },
              }),
            );
            return (await assemble({ cashMovements, rowsTotal: list.length })).cashMovements.map(
              (record) => record.id,
            );
          };
          const whole = await idsOf(deposits);
          const early = await idsOf(deposits.filter(({ day }) => day <= cut));
          const late = await idsOf(deposits.filter(({ day }) => day >= cut));
          expect(new Set([...early, ...late])).toEqual(new Set(whole));
        },
      ),
    );
  });
});

test('a reading that reports more than it may ends there', () => {
  const { provenance } = origin;
  const assembler = new StatementAssembler({ provenance, maxEntries: 3 });
  const ignored = (count: number) => Array.from({ length: count }, () => ({ reason: 'noise', rows: [1] }));
  expect(assembler.add({ ignored: ignored(2), cashMovements: [depositDraft()] }).cashMovements).toHaveLength(
    1,
  );
  expect(() => assembler.add({ ignored: ignored(1) })).toThrow(
    expect.objectContaining({ code: 'MALFORMED_RESPONSE', message: expect.stringContaining('more than 3') }),
  );
});
