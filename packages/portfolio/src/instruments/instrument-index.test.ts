import { describe, expect, test } from '@jest/globals';
import { portfolioOf } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';

const eur = (amount: string) => [{ amount, currency: 'EUR' }];

describe('the identity of an instrument', () => {
  const isin = 'US0378331005';

  test('joins records with the id of the institution and records with the ISIN alone', async () => {
    const { positions } = await portfolioOf({
      transactions: [
        buy(stock('ACM', { isin }), { quantity: '1', price: '10', tradeDate: '2024-01-01' }),
        buy(
          { kind: 'EQUITY', name: 'Acme', isin },
          { quantity: '1', price: '10', currency: 'EUR', tradeDate: '2024-01-02' },
        ),
      ],
    });
    expect(positions).toMatchObject([{ quantity: '2', key: 'id:ACM' }]);
  });

  test('is the ISIN across accounts', async () => {
    const { positions, instruments } = await portfolioOf({
      transactions: [
        buy(stock('ACM', { isin }), { quantity: '1', price: '10', tradeDate: '2024-01-01' }),
        buy(stock('ACM-US', { isin }), {
          quantity: '2',
          price: '12',
          tradeDate: '2024-01-02',
          accountId: 'A2',
        }),
      ],
    });
    expect(positions).toHaveLength(2);
    // Both are worth the price of the later trade.
    expect(instruments).toMatchObject([
      {
        quantity: '3',
        cost: eur('34'),
        value: eur('36'),
        accounts: [{ accountId: 'A1' }, { accountId: 'A2' }],
      },
    ]);
  });
});
