import { expect, test } from '@jest/globals';
import { importFile, TestFolder } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';
import { FakeConnections } from '../../test/fake-connections.js';
import { derivePortfolio, openLedger, syncConnections, type Ledger } from '../index.js';

/** Purchases of the first months, numbered from 1 on. */
const trades = (accountId: string, price: string, months: number) =>
  Array.from({ length: months }, (_, index) =>
    buy(stock('AAA'), {
      accountId,
      quantity: '1',
      price,
      tradeDate: `2024-0${index + 1}-01`,
      source: { section: 'rows', recordId: `${index + 1}` },
    }),
  );

/** A file that names no account, as the command imports it. */
const importUnnamed = (ledger: Ledger, price: string, months: number) =>
  importFile(ledger, { transactions: trades('default', price, months) }, ledger.findAccountNames('Acme'));

/** What is said of the accounts that the institution reports. */
async function sync(ledger: Ledger, price: string, ...ids: readonly string[]): Promise<unknown> {
  const reported = ids.length === 0 ? ['B2'] : ids;
  const connections = new FakeConnections({
    acme: {
      accounts: () => [reported.map((id) => ({ id }))],
      transactions: () => [reported.flatMap((id) => trades(id, price, 4))],
    },
  });
  const [done] = await syncConnections(['acme'], { connections, ledger, isFull: true });
  return { adopted: done?.adopted, problems: done?.lists.flatMap(({ problems }) => problems) };
}

const costIn = (ledger: Ledger) =>
  Object.fromEntries(
    derivePortfolio(ledger.read()).positions.map(({ accountId, cost }) => [accountId, cost?.[0]?.amount]),
  );

async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
  using folder = new TestFolder();
  using ledger = openLedger(folder.ledger);
  await work(ledger);
}

test('a file without a number and a reported account that numbers other bookings alike are two; later files follow the first', () =>
  withLedger(async (ledger) => {
    await importUnnamed(ledger, '10', 4);
    expect(await sync(ledger, '99')).toEqual({
      adopted: undefined,
      problems: [
        expect.objectContaining({
          code: 'POSSIBLE_DUPLICATE',
          remedy: expect.stringContaining('bourse duplicates "Acme/default" "Acme/B2" different'),
        }),
      ],
    });
    await importUnnamed(ledger, '10', 5);
    expect(costIn(ledger)).toEqual({ default: '50', B2: '396' });
    ledger.keepAccountsApart('Acme', ['default', 'B2']);
    expect(await sync(ledger, '99')).toEqual({ adopted: undefined, problems: [] });
    for (const { importId, channel } of ledger.listImports())
      if (channel === 'STATEMENT') ledger.undoImport(importId);
    await importUnnamed(ledger, '10', 6);
    expect(costIn(ledger)).toEqual({ default: '60', B2: '396' });
  }));

test('where one booking of several was corrected, they are one', () =>
  withLedger(async (ledger) => {
    const [first, ...others] = trades('default', '10', 4);
    if (first === undefined) throw new Error('there are no trades');
    const wrong = { ...first, price: '11', grossAmount: '11', netAmount: { amount: '-11', currency: 'EUR' } };
    await importFile(ledger, { transactions: [wrong, ...others] });
    expect(await sync(ledger, '10')).toEqual({ adopted: { from: 'default', to: 'B2' }, problems: [] });
    expect(costIn(ledger)).toEqual({ B2: '40' });
  }));

test('a file that says otherwise than the account that it goes to is told of', () =>
  withLedger(async (ledger) => {
    await sync(ledger, '99');
    expect((await importUnnamed(ledger, '99', 4)).problems).toEqual([]);
    const { problems } = await importUnnamed(ledger, '10', 4);
    expect(problems).toMatchObject([
      {
        code: 'POSSIBLE_DUPLICATE',
        message: expect.stringContaining('Of 4 records that the ledger has of "B2" as well, 4 say'),
      },
    ]);
    expect(costIn(ledger)).toEqual({ B2: '396' });
  }));

test('a file without a number that follows a file of another account, with the same numbers, is told of', () =>
  withLedger(async (ledger) => {
    await importFile(ledger, { transactions: trades('default', '10', 4), accountName: 'joint' });
    expect(ledger.findAccountNames('Acme')).toMatchObject({ defaultAccount: 'joint' });
    expect((await importUnnamed(ledger, '7', 4)).problems).toMatchObject([{ code: 'POSSIBLE_DUPLICATE' }]);
  }));

test('an account that the institution calls by another number now counts twice, which is told with what to type', () =>
  withLedger(async (ledger) => {
    await sync(ledger, '10', 'B1');
    const problem = {
      code: 'POSSIBLE_DUPLICATE',
      message: expect.stringMatching(/told of 4 records of Acme\/B1 .* in Acme\/B2/),
      remedy: expect.stringContaining('bourse import --undo 2, then: bourse sync --full'),
    };
    expect(await sync(ledger, '10', 'B2')).toMatchObject({ problems: [problem] });
    expect(derivePortfolio(ledger.read()).problems).toMatchObject([problem]);
    ledger.undoImport(2);
    expect(await sync(ledger, '10', 'B2')).toMatchObject({ problems: [] });
    expect(costIn(ledger)).toEqual({ B2: '40' });
  }));

test('two accounts that the institution tells of at once are two, however alike', () =>
  withLedger(async (ledger) => {
    expect(await sync(ledger, '10', 'B1', 'B2')).toMatchObject({ problems: [] });
    expect(derivePortfolio(ledger.read()).problems).toEqual([]);
    await sync(ledger, '10', 'B2');
    expect(derivePortfolio(ledger.read()).problems).toEqual([]);
  }));
