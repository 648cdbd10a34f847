import { describe, expect, test } from '@jest/globals';
import { positionsOf } from '../../test/acme.js';
import { buy, sell, stock, transfer } from '../../test/drafts.js';

const acme = stock('ACM');
const eur = (amount: string) => [{ amount, currency: 'EUR' }];

describe('transfers', () => {
  test('bring their cost where they say it, and an unknown one where they do not', async () => {
    const { ACM, OTH } = await positionsOf({
      transfers: [
        transfer(acme, {
          type: 'TRANSFER_IN',
          quantity: '2',
          date: '2024-01-02',
          costBasis: { amount: '30', currency: 'EUR' },
        }),
        transfer(stock('OTH'), { type: 'TRANSFER_IN', quantity: '3', date: '2024-01-02' }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '2', cost: eur('30'), value: eur('30'), atCost: true });
    expect(OTH).toMatchObject({ quantity: '3', unknownCostQuantity: '3' });
    expect(OTH).not.toHaveProperty('value');
  });

  test('take their cost along when they go out, without a gain', async () => {
    const { ACM } = await positionsOf({
      transactions: [buy(acme, { quantity: '4', price: '10', tradeDate: '2024-01-01' })],
      transfers: [transfer(acme, { type: 'TRANSFER_OUT', quantity: '-1', date: '2024-01-02' })],
    });
    expect(ACM).toMatchObject({ quantity: '3', cost: eur('30'), realized: [] });
  });

  test('that expire lose what they have cost', async () => {
    const { ACM } = await positionsOf({
      transactions: [buy(acme, { quantity: '4', price: '10', tradeDate: '2024-01-01' })],
      transfers: [transfer(acme, { type: 'EXPIRATION', quantity: '-4', date: '2024-01-02' })],
    });
    expect(ACM).toMatchObject({ quantity: '0', realized: eur('-40') });
  });

  test('that expire open nothing', async () => {
    const { ACM } = await positionsOf({
      transfers: [transfer(acme, { type: 'EXPIRATION', quantity: '4', date: '2024-01-02' })],
    });
    expect(ACM).toMatchObject({ incompleteSince: '2024-01-02' });
  });

  test('that say when they were acquired are sold in that order', async () => {
    const { ACM } = await positionsOf(
      {
        transactions: [
          buy(acme, { quantity: '1', price: '10', tradeDate: '2024-01-01' }),
          sell(acme, { quantity: '1', price: '12', tradeDate: '2024-01-03' }),
        ],
        transfers: [
          transfer(acme, {
            type: 'TRANSFER_IN',
            quantity: '1',
            date: '2024-01-02',
            acquiredDate: '2020-05-05',
            costBasis: { amount: '3', currency: 'EUR' },
          }),
        ],
      },
      { method: 'FIFO' },
    );
    expect(ACM).toMatchObject({ quantity: '1', cost: eur('10'), realized: eur('9') });
  });

  test('of income have cost what they were worth', async () => {
    const { ACM } = await positionsOf({
      transfers: [
        transfer(acme, {
          type: 'STAKING_REWARD',
          quantity: '1',
          date: '2024-01-02',
          value: { amount: '7', currency: 'EUR' },
        }),
      ],
    });
    expect(ACM).toMatchObject({ cost: eur('7') });
  });

  test('of more than is known make the history incomplete', async () => {
    const { ACM } = await positionsOf({
      transfers: [transfer(acme, { type: 'TRANSFER_OUT', quantity: '-1', date: '2024-01-02' })],
    });
    expect(ACM).toMatchObject({ quantity: '-1', incompleteSince: '2024-01-02' });
  });
});
