import { describe, expect, test } from '@jest/globals';
import { contentDigest } from '@bourse/core';
import { RECORD_KINDS } from '@bourse/core/interfaces';
import fc from 'fast-check';
import { importFile, originOf, readFile, TestFolder } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';
import { FakeConnections, type Answers } from '../../test/fake-connections.js';
import { histories, joinDays, type Day } from '../../test/histories.js';
import { importAsCommand } from '../../test/named-import.js';
import { derivePortfolio, openLedger, syncConnections, type ConnectionSync, type Ledger } from '../index.js';

/** In milliseconds; each run writes several small ledgers to disk. */
const TIMEOUT = 120_000;

const LISTS = ['transactions', 'cashMovements', 'transfers', 'dividends', 'fees'] as const;

/** Bookings of one account, each with a number of the institution unless told otherwise. */
function ofAccount(day: Day, accountId: string, prefix = 'R'): Day {
  let number = 0;
  const renamed = LISTS.map((list) => [
    list,
    (day[list] ?? []).map((draft) => ({
      ...draft,
      accountId,
      source: { section: list, recordId: `${prefix}-${(number += 1)}` },
    })),
  ]);
  return Object.fromEntries(renamed) as Day;
}

const plan = (accountId: string, prefix?: string): Day =>
  ofAccount(
    {
      transactions: [1, 2, 3, 4].map((month) =>
        buy(stock('AAA'), { quantity: '1', price: '10', tradeDate: `2024-0${month}-01` }),
      ),
    },
    accountId,
    prefix,
  );

const answersOf = (day: Day, ...ids: readonly string[]): Answers => ({
  accounts: () => [ids.map((id) => ({ id }))],
  ...Object.fromEntries(LISTS.map((list) => [list, () => [[...(day[list] ?? [])]]])),
});

/** Imports a file of an account that the user names. */
const importNamed = (ledger: Ledger, part: Day, accountName = 'savings') =>
  importAsCommand(ledger, { ...part, accountName });

const sync = async (ledger: Ledger, answers: Answers): Promise<ConnectionSync> => {
  const connections = new FakeConnections({ acme: answers });
  const [done] = await syncConnections(['acme'], {
    connections,
    ledger,
    isFull: true,
    now: () => Date.parse('2024-06-15'),
  });
  if (done === undefined) throw new Error('nothing was synced');
  return done;
};

async function withLedger<Result>(work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  using folder = new TestFolder();
  using ledger = openLedger(folder.ledger);
  return await work(ledger);
}

const heldIn = (ledger: Ledger): Record<string, string> =>
  Object.fromEntries(
    derivePortfolio(ledger.read()).positions.map(({ accountId, quantity }) => [accountId, quantity]),
  );

/** What the ledger holds to be true, by whatever ids. */
const truthOf = (ledger: Ledger): unknown => {
  const { positions, cash } = derivePortfolio(ledger.read());
  return {
    positions: positions.map(({ accountId, instrument, quantity }) => [
      accountId,
      instrument.symbol,
      quantity,
    ]),
    cash: cash.map(({ accountId, currency, balance }) => [accountId, currency, balance]),
    records: RECORD_KINDS.flatMap((kind) =>
      [...ledger.records(kind)].map(({ record, counted }) => `${contentDigest(record)} ${counted}`),
    ).sort(),
  };
};

const doubled = ({ lists }: ConnectionSync) => lists.flatMap(({ problems }) => problems);

describe('a file of an account that the user named, and the one account that its institution reports', () => {
  test('are one where their bookings are, and later files of that name are of it as well', () =>
    withLedger(async (ledger) => {
      await importNamed(ledger, plan('default'));
      const done = await sync(ledger, answersOf(plan('12345'), '12345'));
      expect(done.adopted).toEqual({ from: 'savings', to: '12345' });
      expect(doubled(done)).toEqual([]);
      expect(heldIn(ledger)).toEqual({ '12345': '4' });
      await importNamed(ledger, plan('default'));
      expect(heldIn(ledger)).toEqual({ '12345': '4' });
      expect((await sync(ledger, answersOf(plan('12345'), '12345'))).lists[1]).toMatchObject({
        new: 0,
        revised: 0,
        known: 4,
      });
    }));

  test('are one in the other order', () =>
    withLedger(async (ledger) => {
      await sync(ledger, answersOf(plan('12345'), '12345'));
      await importNamed(ledger, plan('default'));
      expect(heldIn(ledger)).toEqual({ '12345': '4' });
      const next = ofAccount(
        { transactions: [buy(stock('AAA'), { quantity: '1', price: '10', tradeDate: '2024-07-01' })] },
        'default',
        'N',
      );
      await importNamed(ledger, next);
      expect(heldIn(ledger)).toEqual({ '12345': '5' });
    }));

  test(
    'end in the same ledger in either order, also when both come twice',
    async () => {
      const cases = histories
        .map((days) => joinDays(days))
        .filter(
          (day) =>
            new Set(LISTS.flatMap((list) => (day[list] ?? []).map((draft) => JSON.stringify(draft)))).size >
            0,
        );
      await fc.assert(
        fc.asyncProperty(cases, async (day) => {
          // Enough that is numbered, before whatever happened.
          const first = plan('default').transactions ?? [];
          const all = {
            ...day,
            transactions: [
              ...first.map((each, index) => ({ ...each, tradeDate: `2023-0${index + 1}-01` })),
              ...(day.transactions ?? []),
            ],
          };
          const [file, answers] = [ofAccount(all, 'default'), answersOf(ofAccount(all, '12345'), '12345')];
          const steps = [
            (ledger: Ledger) => importNamed(ledger, file),
            (ledger: Ledger) => sync(ledger, answers),
          ] as const;
          const after = (order: readonly number[]): Promise<unknown> =>
            withLedger(async (ledger) => {
              for (const index of order) await steps[index === 0 ? 0 : 1](ledger);
              return truthOf(ledger);
            });
          const alone = await after([1]);
          for (const order of [
            [0, 1],
            [1, 0],
            [0, 1, 0, 1],
            [1, 0, 1, 0],
            [0, 0, 1, 1],
          ])
            expect(await after(order)).toEqual(alone);
        }),
        { numRuns: 15 },
      );
    },
    TIMEOUT,
  );
});

describe('nothing is guessed', () => {
  test('where the same savings plan has other numbers; the command that ends the question is named and ends it', () =>
    withLedger(async (ledger) => {
      await importNamed(ledger, plan('default'));
      const other = answersOf(plan('12345', 'X'), '12345');
      const done = await sync(ledger, other);
      expect(done.adopted).toBeUndefined();
      expect(heldIn(ledger)).toEqual({ '12345': '4', savings: '4' });
      const [problem] = doubled(done);
      expect(problem).toMatchObject({
        code: 'POSSIBLE_DUPLICATE',
        message: expect.stringMatching(/4 records of Acme\/savings .*Acme\/12345/),
        remedy: expect.stringContaining(
          'bourse import --undo 1, then: bourse import "acme.csv" --account "12345"',
        ),
      });
      expect(problem?.remedy).toContain('bourse duplicates "Acme/savings" "Acme/12345" different');
      expect(derivePortfolio(ledger.read()).problems).toEqual([problem]);
      ledger.keepAccountsApart('Acme', ['savings', '12345']);
      expect(doubled(await sync(ledger, other))).toEqual([]);
      expect(derivePortfolio(ledger.read()).problems).toEqual([]);
    }));

  test('where the bookings of the account are other ones', () =>
    withLedger(async (ledger) => {
      await importNamed(ledger, plan('default'));
      const sold = ofAccount(
        { transactions: [buy(stock('BBB'), { quantity: '1', price: '7', tradeDate: '2024-02-03' })] },
        '12345',
      );
      const done = await sync(ledger, answersOf(sold, '12345'));
      expect([done.adopted, doubled(done)]).toEqual([undefined, []]);
      await importNamed(ledger, plan('default'), 'pension');
      expect(Object.keys(heldIn(ledger)).sort()).toEqual(['12345', 'pension', 'savings']);
    }));

  test('where the file itself calls the account by another number, also if both number their bookings alike', () =>
    withLedger(async (ledger) => {
      await importFile(ledger, plan('678'));
      const done = await sync(ledger, answersOf(plan('12345'), '12345'));
      expect(done.adopted).toBeUndefined();
      expect(heldIn(ledger)).toEqual({ '12345': '4', '678': '4' });
      expect(doubled(done)).toMatchObject([{ code: 'POSSIBLE_DUPLICATE' }]);
    }));

  test('where the user has another name for the account already', () =>
    withLedger(async (ledger) => {
      await sync(ledger, answersOf(plan('12345'), '12345'));
      await importNamed(ledger, plan('default'), 'own');
      await importNamed(ledger, plan('default'), 'joint');
      expect(heldIn(ledger)).toEqual({ '12345': '4', joint: '4' });
      expect(derivePortfolio(ledger.read()).problems).toMatchObject([
        { code: 'POSSIBLE_DUPLICATE', message: expect.stringContaining('Acme/joint') },
      ]);
    }));

  test('where several accounts are reported', () =>
    withLedger(async (ledger) => {
      await importNamed(ledger, plan('default'));
      const done = await sync(ledger, answersOf(plan('12345'), '12345', '678'));
      expect(done.adopted).toBeUndefined();
      expect(doubled(done)).toMatchObject([{ code: 'POSSIBLE_DUPLICATE' }]);
    }));
});

test.each(['savings', '12345'])(
  'what another program reads of "%s" while an account takes over a name is read again, so that nothing counts twice',
  (accountName) =>
    withLedger(async (ledger) => {
      await importNamed(ledger, plan('default'));
      const file = { ...plan('default'), accountName };
      const { rowsTotal, generatedAt: _, period: __, ...lists } = await readFile(file);
      using session = ledger.beginImport(originOf(file));
      session.add(lists);
      await sync(ledger, answersOf(plan('12345'), '12345'));
      expect(() => session.commit({ rowsTotal, problems: [] })).toThrow(
        expect.objectContaining({ code: 'LEDGER_UNAVAILABLE', remedy: expect.stringContaining('again') }),
      );
      await importNamed(ledger, plan('default'), accountName);
      expect(heldIn(ledger)).toEqual({ '12345': '4' });
    }),
);

test('accounts that were taken for one are two again when the user says so and undoes the import', () =>
  withLedger(async (ledger) => {
    await importNamed(ledger, plan('default'));
    const answers = answersOf(plan('12345'), '12345');
    await sync(ledger, answers);
    ledger.keepAccountsApart('Acme', ['savings', '12345']);
    ledger.undoImport(1);
    await importNamed(ledger, plan('default'));
    expect(heldIn(ledger)).toEqual({ '12345': '4', savings: '4' });
    expect(doubled(await sync(ledger, answers))).toEqual([]);
    expect(() => ledger.keepAccountsApart('Acme', ['x', 'y'])).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  }));
