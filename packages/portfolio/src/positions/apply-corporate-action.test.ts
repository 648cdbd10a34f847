import { describe, expect, test } from '@jest/globals';
import { portfolioOf, positionsOf, type AcmeFile } from '../../test/acme.js';
import { buy, corporateAction, sell, stock } from '../../test/drafts.js';

const acme = stock('ACM');
const eur = (amount: string) => [{ amount, currency: 'EUR' }];

describe('corporate actions', () => {
  const bought = buy(acme, { quantity: '100', price: '10', tradeDate: '2024-01-01' });
  const leg = (symbol: string, quantity: string, cost?: string) => ({
    instrument: stock(symbol),
    quantity,
    ...(cost === undefined ? {} : { costBasis: { amount: cost, currency: 'EUR' } }),
  });
  const cash = (amount: string, kind: 'PROCEEDS' | 'CASH_IN_LIEU' | 'TAX' = 'PROCEEDS') => ({
    kind,
    money: { amount, currency: 'EUR' },
  });

  test('a split leaves the cost unchanged and divides the last price', async () => {
    const { ACM } = await positionsOf({
      transactions: [bought],
      corporateActions: [corporateAction({ type: 'SPLIT', legs: [leg('ACM', '300')], date: '2024-02-01' })],
    });
    expect(ACM).toMatchObject({
      quantity: '400',
      cost: eur('1000'),
      price: { amount: '2.5' },
      value: eur('1000'),
    });
  });

  test('a split that is booked as everything out and in is the same', async () => {
    const legs = [leg('ACM', '-100'), leg('ACM', '400')];
    const { ACM } = await positionsOf({
      transactions: [bought],
      corporateActions: [corporateAction({ type: 'SPLIT', legs, date: '2024-02-01' })],
    });
    expect(ACM).toMatchObject({ quantity: '400', cost: eur('1000'), price: { amount: '2.5' } });
  });

  test.each(['1', '2', '3', '4', '5', '6'])(
    'cash for a fraction takes of what a merger of the same instant brought, whatever their ids: %s',
    async (recordId) => {
      const at = { date: '2024-02-01', bookedAt: '2024-02-01T01:25:00Z' };
      const { NEW } = await positionsOf({
        transactions: [bought],
        corporateActions: [
          corporateAction({ ...at, type: 'MERGER', legs: [leg('ACM', '-100'), leg('NEW', '12.5')] }),
          corporateAction({
            ...at,
            type: 'CASH_IN_LIEU',
            legs: [leg('NEW', '-0.5')],
            cash: [cash('45', 'CASH_IN_LIEU')],
            source: { section: 'actions', recordId },
          }),
        ],
      });
      expect(NEW).toMatchObject({ quantity: '12', cost: eur('960'), realized: eur('5') });
    },
  );

  test('a reverse split into another instrument carries cost, and the age of lots', async () => {
    const { ACM, NEW } = await positionsOf(
      {
        transactions: [
          bought,
          buy(acme, { quantity: '100', price: '20', tradeDate: '2024-01-02' }),
          sell(stock('NEW'), { quantity: '2', price: '600', tradeDate: '2024-03-01' }),
        ],
        corporateActions: [
          corporateAction({
            type: 'REVERSE_SPLIT',
            legs: [leg('ACM', '-200'), leg('NEW', '8')],
            date: '2024-02-01',
          }),
        ],
      },
      { method: 'FIFO' },
    );
    expect(ACM).toMatchObject({ quantity: '0', cost: [], realized: [] });
    // 4 of the 8 come from the first lot of 1,000, so 2 have cost 500: gain 1,200 − 500.
    expect(NEW).toMatchObject({ quantity: '6', cost: eur('2500'), realized: eur('700') });
  });

  test('cash in lieu beside new units reduces their cost', async () => {
    const { ACM } = await positionsOf({
      transactions: [bought],
      corporateActions: [
        corporateAction({
          type: 'REVERSE_SPLIT',
          legs: [leg('ACM', '-67')],
          cash: [cash('4', 'CASH_IN_LIEU')],
          date: '2024-02-01',
        }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '33', cost: eur('996') });
  });

  test('a merger for cash realizes the gain, without its taxes', async () => {
    const { ACM } = await positionsOf({
      transactions: [bought],
      corporateActions: [
        corporateAction({
          type: 'MERGER',
          legs: [leg('ACM', '-100')],
          cash: [cash('1300'), cash('-75', 'TAX')],
          date: '2024-02-01',
        }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '0', realized: eur('300') });
  });

  test('a tender carries the cost to what was given for it, and the merger realizes it', async () => {
    const { ACM, TEN } = await positionsOf({
      transactions: [bought],
      corporateActions: [
        corporateAction({
          type: 'TENDER',
          legs: [leg('ACM', '-100'), leg('TEN', '100')],
          date: '2024-02-01',
        }),
        corporateAction({
          type: 'MERGER',
          legs: [leg('TEN', '-100')],
          cash: [cash('1100')],
          date: '2024-03-01',
        }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '0', realized: [] });
    expect(TEN).toMatchObject({ quantity: '0', realized: eur('100') });
  });

  test('a merger with given cost realizes cash and new units against what was carried', async () => {
    const { ACM, NEW } = await positionsOf({
      transactions: [bought],
      corporateActions: [
        corporateAction({
          type: 'MERGER',
          legs: [leg('ACM', '-100'), leg('NEW', '50', '900')],
          cash: [cash('200')],
          date: '2024-02-01',
        }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '0', realized: eur('100') });
    expect(NEW).toMatchObject({ quantity: '50', cost: eur('900') });
  });

  test('a spin-off has an unknown cost unless the institution gives it', async () => {
    const { ACM, OFF, PUT } = await positionsOf({
      transactions: [bought],
      corporateActions: [
        corporateAction({ type: 'SPIN_OFF', legs: [leg('OFF', '10')], date: '2024-02-01' }),
        corporateAction({ type: 'SPIN_OFF', legs: [leg('PUT', '10', '55')], date: '2024-02-01' }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '100', cost: eur('1000') });
    expect(OFF).toMatchObject({ quantity: '10', unknownCostQuantity: '10' });
    expect(PUT).toMatchObject({ quantity: '10', cost: eur('55') });
  });

  test.each([
    ['a leg that changes nothing', [leg('ACM', '0'), leg('OFF', '10', '55')]],
    ['legs that change nothing', [leg('ACM', '-100'), leg('ACM', '100'), leg('OFF', '10', '55')]],
    [
      'the new instrument',
      [{ ...leg('OFF', '10', '55'), instrument: stock('OFF', { underlying: { brokerId: 'ACM' } }) }],
    ],
  ])('the cost of a spin-off comes out of the holding that is named by %s', async (_, legs) => {
    const { positions, problems } = await portfolioOf({
      transactions: [bought],
      corporateActions: [corporateAction({ type: 'SPIN_OFF', legs, date: '2024-02-01' })],
    });
    expect(positions).toMatchObject([
      { quantity: '100', cost: eur('945') },
      { quantity: '10', cost: eur('55') },
    ]);
    expect(problems).toEqual([]);
  });

  test('a spin-off with a cost that names no holding is told to be incomplete', async () => {
    const { problems } = await portfolioOf({
      transactions: [bought],
      corporateActions: [
        corporateAction({ type: 'SPIN_OFF', legs: [leg('PUT', '10', '55')], date: '2024-02-01' }),
      ],
    });
    expect(problems).toMatchObject([
      { code: 'HISTORY_INCOMPLETE', message: expect.stringContaining('PUT Inc. (Acme/A1): the spin-off of') },
    ]);
  });

  test('one instrument that becomes two has no known cost in either', async () => {
    const { NEW, OFF } = await positionsOf({
      transactions: [bought],
      corporateActions: [
        corporateAction({
          type: 'MERGER',
          legs: [leg('ACM', '-100'), leg('NEW', '50'), leg('OFF', '50')],
          date: '2024-02-01',
        }),
      ],
    });
    expect([NEW?.unknownCostQuantity, OFF?.unknownCostQuantity]).toEqual(['50', '50']);
  });

  test('units that are subscribed to have cost what was paid and what the rights have cost', async () => {
    const { ACM, RGT } = await positionsOf({
      transactions: [buy(stock('RGT'), { quantity: '10', price: '1', tradeDate: '2024-01-01' })],
      corporateActions: [
        corporateAction({
          type: 'RIGHTS',
          legs: [leg('RGT', '-10'), leg('ACM', '5')],
          cash: [cash('-40')],
          date: '2024-02-01',
        }),
        corporateAction({ type: 'RIGHTS', legs: [leg('ACM', '1')], cash: [cash('-9')], date: '2024-03-01' }),
      ],
    });
    expect(RGT).toMatchObject({ quantity: '0' });
    expect(ACM).toMatchObject({ quantity: '6', cost: eur('59') });
  });

  test('an action comes before the trades of its day, unless it says when it was booked', async () => {
    const file = (more: object): AcmeFile => ({
      transactions: [
        bought,
        sell(acme, {
          quantity: '200',
          price: '6',
          tradeDate: '2024-02-01',
          tradedAt: '2024-02-01T10:00:00Z',
        }),
      ],
      corporateActions: [
        corporateAction({ type: 'SPLIT', legs: [leg('ACM', '100')], date: '2024-02-01', ...more }),
      ],
    });
    expect((await positionsOf(file({})))['ACM']).toMatchObject({ quantity: '0', realized: eur('200') });
    const late = await positionsOf(file({ bookedAt: '2024-02-01T20:00:00Z' }));
    expect(late['ACM']).toMatchObject({ incompleteSince: '2024-02-01' });
  });

  test('a reversal undoes the action that it names', async () => {
    const { ACM } = await positionsOf({
      transactions: [bought],
      corporateActions: [
        corporateAction({
          type: 'SPLIT',
          legs: [leg('ACM', '300')],
          date: '2024-02-01',
          source: { recordId: 'x' },
        }),
        corporateAction({
          type: 'SPLIT',
          status: 'REVERSAL',
          legs: [leg('ACM', '-300')],
          date: '2024-02-02',
          source: { recordId: 'y' },
          reverses: { recordId: 'x' },
        }),
      ],
    });
    expect(ACM).toMatchObject({ quantity: '100', cost: eur('1000'), price: { amount: '10' } });
  });

  test('a short position is split too', async () => {
    const { ACM } = await positionsOf({
      transactions: [sell(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01', effect: 'OPEN' })],
      corporateActions: [corporateAction({ type: 'SPLIT', legs: [leg('ACM', '-10')], date: '2024-02-01' })],
    });
    expect(ACM).toMatchObject({ quantity: '-20', cost: eur('-100') });
  });
});
