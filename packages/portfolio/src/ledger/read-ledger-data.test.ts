import { expect, test } from '@jest/globals';
import { ledgerOf, TestFolder } from '../../test/acme.js';
import { buy, sell, stock } from '../../test/drafts.js';
import { derivePortfolio } from '../portfolio/derive-portfolio.js';

const acme = stock('ACM');

test('some accounts are read with their records alone, and have the same positions and problems', async () => {
  using folder = new TestFolder();
  using ledger = await ledgerOf(folder, {
    transactions: [
      buy(acme, { quantity: '3', price: '5', tradeDate: '2024-03-01' }),
      { ...sell(acme, { quantity: '1', price: '5', tradeDate: '2024-03-01' }), accountId: 'A2' },
    ],
  });
  const [all, some] = [ledger.read(), ledger.readAccounts(['Acme/A2', 'Acme/A9'])];
  const [expected, found] = [all, some].map((data) => derivePortfolio(data, { account: 'Acme/A2' }));
  expect(some.entries).toHaveLength(1);
  expect(found?.problems).toMatchObject([{ code: 'HISTORY_INCOMPLETE' }]);
  expect(found).toEqual(expected);
  expect(ledger.readAccounts(['A2', 'Acme/a1']).entries).toEqual([]);
  expect(ledger.readAccounts(['Acme/A1', 'Acme/A2']).entries).toHaveLength(2);
});
