import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dataOf, portfolioOf, positionsOf } from '../../test/acme.js';
import { buy, dividend, position, sell, stock } from '../../test/drafts.js';
import { explainPosition } from '../explain/explain-position.js';
import { listRealizations } from './list-realizations.js';

const acme = stock('ACM');
const eur = (amount: string) => [{ amount, currency: 'EUR' }];

const returned = (gross: string, date: string, more: object = {}) =>
  dividend(acme, { kind: 'RETURN_OF_CAPITAL', gross, net: gross, date, ...more });

/** 10 for 100 and 10 for 20. */
const bought = [
  buy(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
  buy(acme, { quantity: '10', price: '2', tradeDate: '2024-01-02' }),
];

describe('capital that is given back', () => {
  test('lowers the cost before tax, and is no gain', async () => {
    const { ACM } = await positionsOf({
      transactions: bought,
      dividends: [
        returned('20', '2024-02-01', {
          net: '17',
          withholdings: [{ money: { amount: '3', currency: 'EUR' } }],
        }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '20', cost: eur('100'), realized: [] });
  });

  // 30 for each lot: the second one had cost 20, so 10 are gain, and 70 + 0 are left. On average 60 of 120 are left.
  test.each([
    ['FIFO', '70', eur('10')],
    ['AVERAGE', '60', []],
  ] as const)('%s: goes to all units alike, and beyond their cost it is gain', async (method, cost, gain) => {
    const file = { transactions: bought, dividends: [returned('60', '2024-02-01')] };
    const { ACM } = await positionsOf(file, { method });
    expect(ACM).toMatchObject({ cost: eur(cost), realized: gain });
  });

  test('its gain has the records that it comes from', async () => {
    const data = await dataOf({ transactions: bought, dividends: [returned('150', '2024-02-01')] });
    expect(listRealizations(data, { base: 'EUR' })).toMatchObject([
      { quantity: '0', proceeds: eur('150'), cost: eur('120'), gain: eur('30'), baseGain: '30' },
    ]);
    const steps = explainPosition(data, { key: 'id:ACM' });
    expect(steps.map(({ kind, quantity }) => `${kind} ${quantity}`)).toEqual([
      'TRANSACTION 10',
      'TRANSACTION 10',
      'DIVIDEND 0',
    ]);
  });

  test('is all gain where nothing is held any more, and nothing where nothing ever was', async () => {
    const sold = sell(acme, { quantity: '20', price: '6', tradeDate: '2024-01-31' });
    const dividends = [returned('7', '2024-02-01')];
    const { ACM } = await positionsOf({ transactions: [...bought, sold], dividends });
    expect(ACM).toMatchObject({ quantity: '0', realized: eur('7') });
    expect((await portfolioOf({ dividends })).positions).toEqual([]);
  });

  test('of units whose cost nobody knows is no gain', async () => {
    const { ACM } = await positionsOf({
      positions: [position(acme, { quantity: '5', asOf: '2024-01-01' })],
      dividends: [returned('7', '2024-02-01')],
    });
    expect(ACM).toMatchObject({ unknownCostQuantity: '5', realized: [] });
  });

  test('in another currency stays apart in the cost', async () => {
    const { ACM } = await positionsOf(
      {
        transactions: bought,
        dividends: [returned('20', '2024-02-01', { currency: 'USD' })],
        fxRates: [{ base: 'USD', quote: 'EUR', rate: '0.5', source: 'REFERENCE', date: '2024-02-01' }],
      },
      { base: 'EUR' },
    );
    expect(ACM).toMatchObject({
      cost: [...eur('120'), { amount: '-20', currency: 'USD' }],
      base: { cost: '110' },
    });
  });

  test('costs a short position what it brought', async () => {
    const { ACM } = await positionsOf({
      transactions: [sell(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01', effect: 'OPEN' })],
      dividends: [returned('-30', '2024-02-01'), returned('-80', '2024-03-01')],
    });
    expect(ACM).toMatchObject({ quantity: '-10', cost: [], realized: eur('-10') });
  });

  test('comes before the purchases of its day, and is as if it had not been when it is taken back', async () => {
    const file = {
      transactions: [
        bought[0] ?? [],
        buy(acme, { quantity: '10', price: '2', tradeDate: '2024-02-01' }),
      ].flat(),
      dividends: [returned('40', '2024-02-01')],
    };
    expect((await positionsOf(file, { method: 'FIFO' }))['ACM']).toMatchObject({ cost: eur('80') });
    const back = returned('-110', '2024-03-01', { status: 'REVERSAL' });
    const { ACM } = await positionsOf({
      transactions: bought.slice(0, 1),
      dividends: [returned('110', '2024-02-01'), back],
    });
    expect(ACM).toMatchObject({ cost: eur('100'), realized: [] });
  });

  test('leaves other income out of the cost', async () => {
    const kinds = ['CASH', 'INTEREST', 'CAPITAL_GAIN', 'IN_LIEU'] as const;
    const { ACM } = await positionsOf({
      transactions: bought,
      dividends: kinds.map((kind) => returned('5', '2024-02-01', { kind })),
    });
    expect(ACM).toMatchObject({ cost: eur('120'), realized: [] });
  });

  test('changes when a gain is told, and never how much there is, by either method', async () => {
    const steps = fc.array(
      fc.tuple(
        fc.constantFrom('BUY', 'SELL', 'RETURN'),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 40 }),
      ),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.constantFrom('AVERAGE' as const, 'FIFO' as const),
        async (history, method) => {
          const day = (index: number) => `2024-02-${String(index + 1).padStart(2, '0')}`;
          const trades = history.map(([kind, units, price], index) => {
            const terms = { quantity: `${units}`, price: `${price}`, tradeDate: day(index) };
            return kind === 'BUY' ? buy(acme, terms) : sell(acme, terms);
          });
          const file = {
            transactions: [...bought, ...trades.filter((_, index) => history[index]?.[0] !== 'RETURN')],
            dividends: history.flatMap(([kind, units, price], index) =>
              kind === 'RETURN' ? [returned(`${units * price}`, day(index))] : [],
            ),
          };
          const { ACM } = await positionsOf(file, { method });
          if (ACM?.incompleteSince !== undefined) return;
          const received = [
            ...file.transactions.map(({ netAmount }) => netAmount.amount),
            ...file.dividends.map(({ gross }) => gross),
          ];
          const left = Number(ACM?.cost?.[0]?.amount ?? 0) - Number(ACM?.realized?.[0]?.amount ?? 0);
          expect(left).toBeCloseTo(-received.reduce((sum, amount) => sum + Number(amount), 0), 8);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
