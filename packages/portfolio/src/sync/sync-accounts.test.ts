import { expect, test } from '@jest/globals';
import { importFile, TestFolder, type AcmeFile } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';
import { FakeConnections, type Answers } from '../../test/fake-connections.js';
import { derivePortfolio, openLedger, syncConnections, type ConnectionSync, type Ledger } from '../index.js';

const trade = (accountId: string, source: object, tradeDate = '2024-06-01') =>
  buy(stock('AAA'), { accountId, quantity: '1', price: '10', tradeDate, source });

/** With an id, twice the same without one, and a part of a row that is printed with a time. */
const trades = (accountId: string) => [
  trade(accountId, { recordId: '1' }),
  trade(accountId, {}, '2024-06-02'),
  trade(accountId, {}, '2024-06-02'),
  trade(accountId, { part: 'second', printedTime: '09:00' }, '2024-06-03'),
];
const FILE: AcmeFile = { transactions: trades('default') };

const numbered = (...ids: readonly string[]): Answers => ({
  accounts: () => [ids.map((id) => ({ id }))],
  transactions: () => [ids.flatMap((id) => trades(id))],
});

/** An institution that tells no account number. */
const UNNUMBERED: Answers = {
  accounts: () => [[{ id: 'default' }]],
  transactions: () => [trades('default')],
};

async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
  using folder = new TestFolder();
  using ledger = openLedger(folder.ledger);
  await work(ledger);
}

const sync = async (connections: FakeConnections, ledger: Ledger, id = 'acme'): Promise<ConnectionSync> => {
  const [done] = await syncConnections([id], {
    connections,
    ledger,
    isFull: true,
    now: () => Date.parse('2024-06-15T12:00:00Z'),
  });
  if (done === undefined) throw new Error('nothing was synced');
  return done;
};

const newOf = ({ lists }: ConnectionSync): number => lists.reduce((sum, list) => sum + list.new, 0);

/** What is held, by account. */
const heldIn = (ledger: Ledger): Record<string, string> =>
  Object.fromEntries(
    derivePortfolio(ledger.read()).positions.map(({ accountId, quantity }) => [accountId, quantity]),
  );

test('records of files without a number go to the one account that is reported, and are the same ones', () =>
  withLedger(async (ledger) => {
    await importFile(ledger, FILE);
    const connections = new FakeConnections({ acme: numbered('A1') });
    const done = await sync(connections, ledger);
    expect(done.adopted).toEqual({ from: 'default', to: 'A1' });
    expect(newOf(done)).toBe(0);
    expect(heldIn(ledger)).toEqual({ A1: '4' });
    const again = await sync(connections, ledger);
    expect([again.adopted, newOf(again)]).toEqual([undefined, 0]);
    ledger.undoImport(1);
    expect(heldIn(ledger)).toEqual({ A1: '4' });
  }));

test('what is the same after that is known, not revised', () =>
  withLedger(async (ledger) => {
    await importFile(ledger, FILE);
    const { lists } = await sync(new FakeConnections({ acme: numbered('A1') }), ledger);
    expect(lists[1]).toMatchObject({ name: 'transactions', new: 0, revised: 0, known: 4 });
    const names = ledger.findAccountNames('Acme');
    expect(await importFile(ledger, FILE, names)).toMatchObject({ new: 0, revised: 0, known: 4 });
  }));

test('a file without a number goes to the one account that is connected', () =>
  withLedger(async (ledger) => {
    await sync(new FakeConnections({ acme: numbered('A1') }), ledger);
    const names = ledger.findAccountNames('Acme');
    expect(names).toMatchObject({ defaultAccount: 'A1' });
    expect(await importFile(ledger, FILE, names)).toMatchObject({ new: 0, known: 4 });
    expect(heldIn(ledger)).toEqual({ A1: '4' });
  }));

test('nothing is guessed where several accounts are reported', () =>
  withLedger(async (ledger) => {
    await importFile(ledger, FILE);
    const { adopted, lists } = await sync(new FakeConnections({ acme: numbered('A1', 'A2') }), ledger);
    expect(adopted).toBeUndefined();
    expect(lists[0]?.problems).toMatchObject([
      { code: 'POSSIBLE_DUPLICATE', remedy: expect.stringContaining('bourse import') },
    ]);
    expect(heldIn(ledger)).toEqual({ default: '4', A1: '4', A2: '4' });
    expect(() => ledger.findAccountNames('Acme')).not.toThrow();
    await expect(importFile(ledger, FILE)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('A1, A2'),
    });
  }));

test('nothing is guessed where the reported account has records of its own', () =>
  withLedger(async (ledger) => {
    await importFile(ledger, { transactions: trades('A1') });
    await importFile(ledger, FILE);
    const { adopted, lists } = await sync(new FakeConnections({ acme: numbered('A1') }), ledger);
    expect(adopted).toBeUndefined();
    expect(lists[0]?.problems).toMatchObject([{ code: 'POSSIBLE_DUPLICATE' }]);
    expect(heldIn(ledger)).toEqual({ default: '4', A1: '4' });
  }));

test('each of several connections without a number has an account of its own, also for what it brought alone', () =>
  withLedger(async (ledger) => {
    await importFile(ledger, FILE);
    await sync(new FakeConnections({ acme: UNNUMBERED }), ledger);
    expect(heldIn(ledger)).toEqual({ default: '4' });
    const both = new FakeConnections({ acme: UNNUMBERED, other: UNNUMBERED });
    expect(newOf(await sync(both, ledger, 'other'))).toBe(4);
    const first = await sync(both, ledger);
    expect([first.adopted, newOf(first)]).toEqual([{ from: 'default', to: 'my acme' }, 0]);
    expect(heldIn(ledger)).toEqual({ 'my acme': '4', 'my other': '4' });
    const alone = await sync(new FakeConnections({ other: UNNUMBERED }), ledger, 'other');
    expect(newOf(alone)).toBe(0);
  }));

test('what the account of a connection took over that was a mistake, and undone, is told to the right one', () =>
  withLedger(async (ledger) => {
    await importFile(ledger, FILE);
    const wrong = new FakeConnections({ other: numbered('WRONG') });
    expect((await sync(wrong, ledger, 'other')).adopted).toEqual({ from: 'default', to: 'WRONG' });
    for (const { importId, channel } of ledger.listImports())
      if (channel === 'API') ledger.undoImport(importId);
    const right = new FakeConnections({ acme: numbered('A1') });
    expect((await sync(right, ledger)).lists[0]?.problems).toMatchObject([
      { code: 'POSSIBLE_DUPLICATE', message: expect.stringContaining('WRONG'), remedy: expect.any(String) },
    ]);
    ledger.undoImport(1);
    const names = { ...ledger.findAccountNames('Acme'), defaultAccount: 'A1' };
    expect(await importFile(ledger, FILE, names)).toMatchObject({ new: 0, known: 4 });
    expect((await sync(right, ledger)).lists[0]?.problems).toEqual([]);
    expect(heldIn(ledger)).toEqual({ A1: '4' });
  }));
