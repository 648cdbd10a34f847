import { describe, expect, test } from '@jest/globals';
import { portfolioOf, positionsOf, type AcmeFile } from '../../test/acme.js';
import { buy, position, sell, stock } from '../../test/drafts.js';

const acme = stock('ACM');
const eur = (amount: string) => [{ amount, currency: 'EUR' }];

describe('trades', () => {
  // 10 for 100 + 1 of charges, 10 for 120, then 5 sold for 75 − 1.
  // FIFO: 5 × 10.1 = 50.5 sold, 170.5 left, gain 23.5. Average: 5 × 11.05 = 55.25 sold, 165.75 left, gain 18.75.
  const trades: AcmeFile = {
    transactions: [
      buy(acme, {
        quantity: '10',
        price: '10',
        tradeDate: '2024-01-01',
        charges: [{ kind: 'COMMISSION', money: { amount: '1', currency: 'EUR' } }],
        netAmount: { amount: '-101', currency: 'EUR' },
      }),
      buy(acme, { quantity: '10', price: '12', tradeDate: '2024-01-02' }),
      sell(acme, {
        quantity: '5',
        price: '15',
        tradeDate: '2024-01-03',
        charges: [{ kind: 'COMMISSION', money: { amount: '1', currency: 'EUR' } }],
        netAmount: { amount: '74', currency: 'EUR' },
      }),
    ],
  };

  test('average cost spreads over all units', async () => {
    const { ACM } = await positionsOf(trades);
    expect(ACM).toMatchObject({
      institution: 'Acme',
      accountId: 'A1',
      quantity: '15',
      cost: eur('165.75'),
      averagePrice: { amount: '11.05', currency: 'EUR' },
      realized: eur('18.75'),
      // The last trade was at 15: 15 × 15 = 225.
      price: { amount: '15', currency: 'EUR', date: '2024-01-03', source: 'TRADE' },
      value: eur('225'),
      unrealized: eur('59.25'),
    });
    expect(ACM).not.toHaveProperty('atCost');
  });

  test('FIFO sells the oldest first', async () => {
    const { ACM } = await positionsOf(trades, { method: 'FIFO' });
    expect(ACM).toMatchObject({ cost: eur('170.5'), realized: eur('23.5'), unrealized: eur('54.5') });
  });

  test('until shows the holding as it was, since bounds what counts as realized', async () => {
    expect((await positionsOf(trades, { until: '2024-01-02' }))['ACM']).toMatchObject({
      quantity: '20',
      realized: [],
    });
    expect((await positionsOf(trades, { since: '2024-01-04' }))['ACM']).toMatchObject({
      quantity: '15',
      realized: [],
    });
  });

  test('charges in another currency stay apart in the cost', async () => {
    const { ACM } = await positionsOf({
      transactions: [
        buy(stock('ACM', { currency: 'USD' }), {
          quantity: '10',
          price: '10',
          tradeDate: '2024-01-01',
          charges: [{ kind: 'COMMISSION', money: { amount: '2', currency: 'EUR' } }],
        }),
      ],
    });
    expect(ACM?.cost).toEqual([...eur('2'), { amount: '100', currency: 'USD' }]);
    expect(ACM).not.toHaveProperty('averagePrice');
  });

  test('a sale of more than is known makes the history incomplete, and there is no gain', async () => {
    const file = {
      transactions: [
        buy(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
        sell(acme, { quantity: '4', price: '12', tradeDate: '2024-01-02' }),
        sell(acme, { quantity: '11', price: '12', tradeDate: '2024-01-03' }),
      ],
    };
    const { positions, problems } = await portfolioOf(file);
    expect(positions).toMatchObject([
      { quantity: '-5', incompleteSince: '2024-01-03', unknownCostQuantity: '-5' },
    ]);
    expect(positions[0]).not.toHaveProperty('realized');
    expect(positions[0]).not.toHaveProperty('cost');
    expect(problems).toMatchObject([{ code: 'HISTORY_INCOMPLETE' }]);
  });

  test('a sale that opens is a short position, and buying it back realizes the gain', async () => {
    // Sold 10 for 100, bought 4 back for 32: 40 − 32 = 8. The rest was sold for 60 and is worth −6 × 8 = −48.
    const { ACM } = await positionsOf({
      transactions: [
        sell(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01', effect: 'OPEN' }),
        buy(acme, { quantity: '4', price: '8', tradeDate: '2024-01-02', effect: 'CLOSE' }),
      ],
    });
    expect(ACM).toMatchObject({
      quantity: '-6',
      cost: eur('-60'),
      realized: eur('8'),
      value: eur('-48'),
      unrealized: eur('12'),
    });
  });

  test('a sale that closes and opens crosses zero', async () => {
    // 10 bought for 100; 15 sold for 180: 10 of them for 120, gain 20; 5 short for 60.
    const { ACM } = await positionsOf({
      transactions: [
        buy(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
        sell(acme, { quantity: '15', price: '12', tradeDate: '2024-01-02', effect: 'CLOSE_AND_OPEN' }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '-5', cost: eur('-60'), realized: eur('20') });
  });

  test('a purchase that closes a short position nobody knows makes the history incomplete', async () => {
    const { ACM } = await positionsOf({
      transactions: [buy(acme, { quantity: '1', price: '10', tradeDate: '2024-01-01', effect: 'CLOSE' })],
    });
    expect(ACM).toMatchObject({ quantity: '1', incompleteSince: '2024-01-01' });
  });

  test('without instants a purchase of a day comes before a sale of the day', async () => {
    const { ACM } = await positionsOf({
      transactions: [
        sell(acme, { quantity: '1', price: '12', tradeDate: '2024-01-01' }),
        buy(acme, { quantity: '1', price: '10', tradeDate: '2024-01-01' }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '0', realized: eur('2') });
  });

  test('without instants what opens on a day comes before what closes', async () => {
    const { ACM } = await positionsOf({
      transactions: [
        buy(acme, { quantity: '1', price: '10', tradeDate: '2024-01-01', effect: 'CLOSE' }),
        sell(acme, { quantity: '1', price: '12', tradeDate: '2024-01-01', effect: 'OPEN' }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '0', realized: eur('2') });
    expect(ACM).not.toHaveProperty('incompleteSince');
  });

  test('a price of zero tells nothing of what the rest is worth', async () => {
    const { ACM } = await positionsOf({
      transactions: [
        buy(acme, { quantity: '1', price: '10', tradeDate: '2024-01-01' }),
        buy(acme, { quantity: '1', price: '0', tradeDate: '2024-01-02' }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '2', cost: eur('10'), price: { amount: '10' }, value: eur('20') });
  });

  test('with instants the order of the day is theirs, fractions of a second included', async () => {
    const { ACM } = await positionsOf(
      {
        transactions: [
          buy(acme, {
            quantity: '1',
            price: '10',
            tradeDate: '2024-01-01',
            tradedAt: '2024-01-01T10:00:00Z',
          }),
          buy(acme, {
            quantity: '1',
            price: '20',
            tradeDate: '2024-01-01',
            tradedAt: '2024-01-01T10:00:00.5Z',
          }),
          sell(acme, {
            quantity: '1',
            price: '30',
            tradeDate: '2024-01-01',
            tradedAt: '2024-01-01T11:00:00Z',
          }),
        ],
      },
      { method: 'FIFO' },
    );
    expect(ACM).toMatchObject({ realized: eur('20') });
  });

  test('a reversal takes its trade back as if it had not been', async () => {
    const wrong = { quantity: '5', price: '99', tradeDate: '2024-01-02' };
    const { ACM } = await positionsOf({
      transactions: [
        buy(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
        buy(acme, wrong),
        buy(acme, {
          ...wrong,
          tradeDate: '2024-01-05',
          status: 'REVERSAL',
          netAmount: { amount: '495', currency: 'EUR' },
        }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '10', cost: eur('100'), realized: [], price: { amount: '10' } });
  });

  test('a reversal names its trade among equal ones', async () => {
    const first = { quantity: '1', price: '10', tradeDate: '2024-01-01', source: { recordId: 'a' } };
    const { ACM } = await positionsOf(
      {
        transactions: [
          buy(acme, first),
          buy(acme, { quantity: '1', price: '10', tradeDate: '2024-01-02', source: { recordId: 'b' } }),
          sell(acme, { quantity: '1', price: '11', tradeDate: '2024-01-03', source: { recordId: 'c' } }),
          buy(acme, {
            ...first,
            tradeDate: '2024-01-04',
            status: 'REVERSAL',
            netAmount: { amount: '10', currency: 'EUR' },
            source: { recordId: 'd' },
            reverses: { recordId: 'a' },
          }),
        ],
      },
      { method: 'FIFO' },
    );
    expect(ACM).toMatchObject({ quantity: '0', realized: eur('1') });
  });

  test('a reversal after a statement that counts its trade in moves what the statement says', async () => {
    const wrong = { quantity: '5', price: '99', tradeDate: '2024-01-02' };
    const { ACM } = await positionsOf({
      transactions: [
        buy(acme, wrong),
        buy(acme, {
          ...wrong,
          tradeDate: '2024-02-05',
          status: 'REVERSAL',
          netAmount: { amount: '495', currency: 'EUR' },
        }),
      ],
      positions: [position(acme, { quantity: '5', marketPrice: '99', asOf: '2024-01-31' })],
    });
    expect(ACM).toMatchObject({ quantity: '0', cost: [], realized: [] });
    expect(ACM).not.toHaveProperty('incompleteSince');
  });

  test('a reversal of a trade that nobody knows moves the holding like any other record', async () => {
    const { ACM } = await positionsOf({
      transactions: [
        buy(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
        buy(acme, {
          quantity: '4',
          price: '11',
          tradeDate: '2024-01-05',
          status: 'REVERSAL',
          netAmount: { amount: '44', currency: 'EUR' },
        }),
      ],
    });
    // 4 go back for 44 and had cost 40.
    expect(ACM).toMatchObject({ quantity: '6', cost: eur('60'), realized: eur('4') });
  });

  test('one asset given for another has no price: the cost is unknown, not nothing', async () => {
    const coin = (symbol: string) => stock(symbol, { kind: 'CRYPTO' });
    const swap = { grossAmount: '0', netAmount: { amount: '0', currency: 'EUR' }, linkId: 'swap' };
    const { BTC, ETH } = await positionsOf({
      transactions: [
        buy(coin('ETH'), { quantity: '2', price: '1000', tradeDate: '2024-01-01' }),
        sell(coin('ETH'), { quantity: '1', price: '1200', tradeDate: '2024-01-02', ...swap }),
        buy(coin('BTC'), { quantity: '0.05', price: '1', tradeDate: '2024-01-02', ...swap }),
      ],
    });
    expect(ETH).toMatchObject({ quantity: '1', cost: eur('1000'), realized: [], unknownGains: 1 });
    expect(BTC).toMatchObject({ quantity: '0.05', unknownCostQuantity: '0.05' });
    expect(BTC).not.toHaveProperty('cost');
  });

  test('a charge in kind takes units of its own asset', async () => {
    const coin = (symbol: string) => stock(symbol, { kind: 'CRYPTO' });
    const { BNB, ETH } = await positionsOf({
      transactions: [
        buy(coin('BNB'), { quantity: '1', price: '200', tradeDate: '2024-01-01' }),
        buy(coin('ETH'), {
          quantity: '1',
          price: '1000',
          tradeDate: '2024-01-02',
          charges: [
            { kind: 'COMMISSION', quantity: '0.25', instrument: coin('BNB') },
            { kind: 'NETWORK', quantity: '0.1', instrument: coin('ETH'), included: true },
          ],
        }),
      ],
    });
    expect(BNB).toMatchObject({ quantity: '0.75', cost: eur('150'), realized: [] });
    expect(ETH).toMatchObject({ quantity: '1', cost: eur('1000') });
  });
});
