import { expect, test } from '@jest/globals';
import { ProblemError } from '@bourse/core/interfaces';
import fc from 'fast-check';
import { importFile, TestFolder, type AcmeFile } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';
import { FakeConnections, type Answers } from '../../test/fake-connections.js';
import { histories, joinDays, type Day } from '../../test/histories.js';
import { importAsCommand } from '../../test/named-import.js';
import { Exact } from '../decimal/exact.js';
import { derivePortfolio, openLedger, syncConnections, type ConnectionSync, type Ledger } from '../index.js';

/** In milliseconds; each run writes several small ledgers to disk. */
const TIMEOUT = 120_000;

const LISTS = ['transactions', 'cashMovements', 'transfers', 'dividends', 'fees'] as const;

/** A savings plan, and then what happened, numbered by the institution from 1 on. */
function numbered(days: readonly Day[], prefix: string, price = '10'): Day[] {
  const plan = ['01', '02', '03', '04'].map((month): Day => ({
    transactions: [buy(stock('AAA'), { quantity: '1', price, tradeDate: `2023-${month}-01` })],
  }));
  let number = 0;
  const sourceOf = (section: string) => ({ section, recordId: `${prefix}${(number += 1)}` });
  return [...plan, ...days].map(
    (day) =>
      Object.fromEntries(
        LISTS.map((list) => [list, (day[list] ?? []).map((draft) => ({ ...draft, source: sourceOf(list) }))]),
      ) as Day,
  );
}

const ofAccount = (day: Day, accountId: string): Day =>
  Object.fromEntries(
    LISTS.map((list) => [list, (day[list] ?? []).map((draft) => ({ ...draft, accountId }))]),
  );

function sync(ledger: Ledger, day: Day): Promise<readonly ConnectionSync[]> {
  const told = ofAccount(day, '777');
  const answers: Answers = {
    accounts: () => [[{ id: '777' }]],
    ...Object.fromEntries(LISTS.map((list) => [list, () => [[...(told[list] ?? [])]]])),
  };
  const connections = new FakeConnections({ acme: answers });
  return syncConnections(['acme'], { connections, ledger, isFull: true });
}

/** What is held and what cash there is, over all accounts. */
function totalsOf(ledger: Ledger): string[] {
  const sums = new Map<string, Exact>();
  const { positions, cash } = derivePortfolio(ledger.read());
  const amounts = [
    ...positions.map(({ instrument, quantity }) => [instrument.symbol ?? '', quantity] as const),
    ...cash.map(({ currency, balance }) => [currency, balance] as const),
  ];
  for (const [of, amount] of amounts) sums.set(of, (sums.get(of) ?? Exact.ZERO).plus(Exact.from(amount)));
  return [...sums].flatMap(([of, sum]) => (sum.isZero ? [] : `${of} ${sum.toString()}`)).sort();
}

async function withLedger<Result>(work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  using folder = new TestFolder();
  using ledger = openLedger(folder.ledger);
  return await work(ledger);
}

/** The totals of files whose accounts are known to be their own. */
const totalsOfFiles = (files: readonly Day[]): Promise<string[]> =>
  withLedger(async (ledger) => {
    for (const [index, file] of files.entries())
      await importFile(ledger, { ...ofAccount(file, 'default'), accountName: `account ${index}` });
    return totalsOf(ledger);
  });

/** Problems that a step tells of; a file that is refused is one. */
async function doubtsOf(step: () => Promise<unknown>): Promise<unknown[]> {
  try {
    const done = await step();
    return Array.isArray(done) ? done : [];
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'INVALID_REQUEST') return [error];
    throw error;
  }
}

test(
  'two accounts of one person, one of which is connected, add up to both, or the user is told',
  async () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 3 });
    const ofWhom = fc.constantFrom('own', undefined);
    await fc.assert(
      fc.asyncProperty(
        histories,
        histories,
        ofWhom,
        orders,
        fc.boolean(),
        async (one, other, name, order, isAlike) => {
          const first = joinDays(numbered(one, 'A'));
          // Another plan under the same numbers, or the same one under other numbers.
          const second = joinDays(isAlike ? numbered(other, 'A', '7') : numbered(other, 'B'));
          const fileOf = (day: Day, accountName: string | undefined): AcmeFile => ({
            ...ofAccount(day, 'default'),
            ...(accountName === undefined ? {} : { accountName }),
          });
          await withLedger(async (ledger) => {
            const steps = [
              async () => (await importAsCommand(ledger, fileOf(first, name))).problems,
              async () => (await importAsCommand(ledger, fileOf(second, 'joint'))).problems,
              async () =>
                (await sync(ledger, second)).flatMap(({ lists }) =>
                  lists.flatMap(({ problems }) => problems),
                ),
            ];
            const doubts = [];
            for (const index of order) doubts.push(...(await doubtsOf(steps[index] ?? (async () => []))));
            doubts.push(
              ...derivePortfolio(ledger.read()).problems.filter(({ code }) => code === 'POSSIBLE_DUPLICATE'),
            );
            if (doubts.length > 0) return;
            const told = [
              ...(order.includes(0) ? [first] : []),
              ...(order.includes(1) || order.includes(2) ? [second] : []),
            ];
            expect(totalsOf(ledger)).toEqual(await totalsOfFiles(told));
          });
        },
      ),
      { numRuns: 25 },
    );
  },
  TIMEOUT,
);

test(
  'one account, whatever is imported in parts, synced and taken back before, is whole after all of it came once more',
  async () => {
    const steps = fc.array(
      fc.record({ what: fc.constantFrom('file', 'sync', 'undo'), from: fc.nat(9), to: fc.nat(9) }),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(
        histories,
        steps,
        fc.constantFrom('savings', undefined),
        async (days, before, name) => {
          const all = numbered(days, 'A');
          const importDays = (ledger: Ledger, some: readonly Day[]) =>
            importAsCommand(ledger, {
              ...ofAccount(joinDays(some), 'default'),
              ...(name === undefined ? {} : { accountName: name }),
            });
          await withLedger(async (ledger) => {
            for (const { what, from, to } of before) {
              const entry = ledger.listImports()[from];
              if (what === 'file')
                await importDays(ledger, all.slice(Math.min(from, to), Math.max(from, to) + 1));
              if (what === 'sync') await sync(ledger, joinDays(all));
              if (what === 'undo' && entry !== undefined) ledger.undoImport(entry.importId);
            }
            await importDays(ledger, all);
            const doubts = (await sync(ledger, joinDays(all))).flatMap(({ lists }) =>
              lists.flatMap(({ problems }) => problems),
            );
            const once = totalsOf(ledger);
            const [again] = await sync(ledger, joinDays(all));
            expect(again?.lists.slice(1).map((list) => [list.new, list.revised])).toEqual(
              LISTS.map(() => [0, 0]),
            );
            expect(totalsOf(ledger)).toEqual(once);
            if (doubts.length === 0) expect(once).toEqual(await totalsOfFiles([joinDays(all)]));
          });
        },
      ),
      { numRuns: 25 },
    );
  },
  TIMEOUT,
);
