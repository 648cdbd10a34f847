import { describe, expect, test } from '@jest/globals';
import { portfolioOf, positionsOf } from '../../test/acme.js';
import { buy, position, sell, stock } from '../../test/drafts.js';

const acme = stock('ACM');
const eur = (amount: string) => [{ amount, currency: 'EUR' }];

describe('positions that a statement reports', () => {
  test('give the price, and leave a cost alone that the records explain', async () => {
    const { ACM } = await positionsOf({
      transactions: [buy(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01' })],
      positions: [position(acme, { quantity: '10', marketPrice: '13', costBasis: '99', asOf: '2024-01-31' })],
    });
    expect(ACM).toMatchObject({
      cost: eur('100'),
      price: { amount: '13', date: '2024-01-31', source: 'MARK' },
      unrealized: eur('30'),
    });
  });

  test('are the beginning of the history where no records are known', async () => {
    const { ACM } = await positionsOf({
      transactions: [sell(acme, { quantity: '5', price: '12', tradeDate: '2024-02-01' })],
      positions: [position(acme, { quantity: '10', costBasis: '100', asOf: '2024-01-31' })],
    });
    expect(ACM).toMatchObject({
      quantity: '5',
      recordedQuantity: '-5',
      cost: eur('50'),
      realized: eur('10'),
    });
    expect(ACM).not.toHaveProperty('incompleteSince');
  });

  test('replace what records that are not whole add up to', async () => {
    const { positions, problems } = await portfolioOf({
      transactions: [buy(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01' })],
      positions: [position(acme, { quantity: '25', costBasis: '240', asOf: '2024-01-31T20:00:00Z' })],
    });
    expect(positions).toMatchObject([
      { quantity: '25', recordedQuantity: '10', incompleteSince: '2024-01-31', cost: eur('240') },
    ]);
    expect(positions[0]).not.toHaveProperty('unrealized');
    expect(problems).toMatchObject([{ code: 'HISTORY_INCOMPLETE' }]);
  });
});
