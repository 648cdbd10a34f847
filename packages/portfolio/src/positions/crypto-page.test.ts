import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { TransactionDraftSchema, TransferDraftSchema } from '@bourse/core/interfaces';
import { portfolioOf } from '../../test/acme.js';

const PAGE = readFileSync(new URL('../../../../docs/records.md', import.meta.url), 'utf8');

/** What docs/records.md shows of a name. */
function shown(title: string): unknown {
  const [, text = ''] = new RegExp(`^\`\`\`json title=${title}\n([^]*?)^\`\`\`$`, 'm').exec(PAGE) ?? [];
  return JSON.parse(text);
}

const PURCHASE = TransactionDraftSchema.parse(shown('crypto-purchase'));
const SWAP = TransactionDraftSchema.array().parse(shown('crypto-swap'));
const TRANSFERS = ['crypto-reward', 'crypto-withdrawal'].map((title) =>
  TransferDraftSchema.parse(shown(title)),
);
const eur = (amount: string) => [{ amount, currency: 'EUR' }];

test('the coins of the page are left with the cost that it says', async () => {
  const { positions, cash } = await portfolioOf({ transactions: [PURCHASE, ...SWAP], transfers: TRANSFERS });
  expect(positions).toMatchObject([
    { instrument: { symbol: 'BTC' }, quantity: '0.004', cost: eur('240.6'), realized: eur('3.7') },
    { instrument: { symbol: 'ETH' }, quantity: '0.052', cost: eur('129.1') },
  ]);
  expect(cash).toMatchObject([{ currency: 'EUR', balance: '-601.5' }]);
});

test('a trade of coins for coins that nobody says the value of has no gain, and its cost is unknown', async () => {
  const swap = SWAP.map((trade) => ({
    ...trade,
    grossAmount: '0',
    netAmount: { amount: '0', currency: 'EUR' },
    derived: ['currency', 'grossAmount', 'netAmount'],
  }));
  const { positions } = await portfolioOf({ transactions: [PURCHASE, ...swap] });
  expect(positions).toMatchObject([
    { instrument: { symbol: 'BTC' }, quantity: '0.008', realized: [] },
    { instrument: { symbol: 'ETH' }, quantity: '0.05', unknownCostQuantity: '0.05' },
  ]);
});

test('coins that came from elsewhere have no cost by their value', async () => {
  const [, withdrawal] = TRANSFERS;
  if (withdrawal === undefined) throw new Error('the page shows no withdrawal');
  const deposit = {
    ...withdrawal,
    type: 'TRANSFER_IN' as const,
    quantity: '0.004',
    charges: [],
    value: { amount: '248.00', currency: 'EUR' },
  };
  const { positions } = await portfolioOf({ transfers: [deposit] });
  expect(positions).toMatchObject([{ quantity: '0.004', unknownCostQuantity: '0.004' }]);
});
