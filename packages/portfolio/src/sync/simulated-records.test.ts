import { expect, test } from '@jest/globals';
import { importFile, TestFolder, type AcmeFile } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';
import { dumpOf } from '../../test/dump.js';
import { FakeConnections } from '../../test/fake-connections.js';
import {
  derivePortfolio,
  openLedger,
  reconcileSync,
  simulatedInstitution,
  syncConnections,
} from '../index.js';

const trades = (accountId: string, price: string) =>
  [1, 2, 3, 4].map((month) =>
    buy(stock('AAA'), {
      accountId,
      quantity: '1',
      price,
      tradeDate: `2024-0${month}-01`,
      source: { section: 'rows', recordId: `${month}` },
    }),
  );

/** Prices that differ would revise the bookings of the file if they were of the same account. */
function simulated(): FakeConnections {
  const connections = new FakeConnections({
    acme: {
      accounts: () => [[{ id: 'A1', cash: [{ amount: '-80', currency: 'EUR' }] }]],
      transactions: () => [trades('A1', '20')],
    },
  });
  connections.environment = 'development';
  return connections;
}

test.each([
  ['names no account', { transactions: trades('default', '10') }],
  ['the user has named', { transactions: trades('default', '10'), accountName: 'savings' }],
  ['has the same number', { transactions: trades('A1', '10') }],
] satisfies [string, AcmeFile][])(
  'what a development connection brings changes nothing of a statement whose account %s',
  async (_, file) => {
    using folder = new TestFolder();
    using ledger = openLedger(folder.ledger);
    await importFile(ledger, file);
    const before = dumpOf(ledger);
    const [done] = await syncConnections(['acme'], { connections: simulated(), ledger });
    expect(done?.adopted).toBeUndefined();
    const after = new Set(dumpOf(ledger));
    expect(before.filter((line) => !after.has(line))).toEqual([]);
    const { positions } = derivePortfolio(ledger.read());
    expect(positions.map(({ institution, quantity }) => [institution, quantity])).toEqual([
      ['Acme', '4'],
      ['Acme (simulated)', '4'],
    ]);
    expect(derivePortfolio(ledger.read(), { account: 'Acme' }).problems).toEqual([]);
  },
);

test('a statement that was imported as simulated meets the development connection, and both are compared with what it says', async () => {
  using folder = new TestFolder();
  using ledger = openLedger(folder.ledger);
  const connections = simulated();
  await importFile(ledger, {
    transactions: trades('default', '20'),
    institution: simulatedInstitution('Acme'),
  });
  const [done] = await syncConnections(['acme'], { connections, ledger });
  expect(done?.adopted).toEqual({ from: 'default', to: 'A1' });
  expect(done?.lists[1]).toMatchObject({ new: 0, revised: 0, known: 4 });
  if (done === undefined) throw new Error('nothing was synced');
  const [reconciliation] = await reconcileSync(done, { connections, ledger });
  expect(reconciliation?.cash).toMatchObject([{ ledger: '-80', agrees: true }]);
});
