import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dataOf, portfolioOf, type AcmeFile } from '../../test/acme.js';
import { buy, position, sell, stock, transfer } from '../../test/drafts.js';
import { explainPosition } from '../explain/explain-position.js';
import type { PositionOptions } from './keep-books.js';

const acme = stock('ACM');
const eur = (amount: string) => ({ amount, currency: 'EUR' });

const out = (quantity: string, date: string, more: object = {}) =>
  transfer(acme, { type: 'TRANSFER_OUT', quantity: `-${quantity}`, date, ...more });

const into = (quantity: string, date: string, more: object = {}) =>
  transfer(acme, { type: 'TRANSFER_IN', quantity, date, accountId: 'A2', ...more });

/** 10 for 100 and 10 for 140. */
const bought = [
  buy(acme, { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
  buy(acme, { quantity: '10', price: '14', tradeDate: '2024-01-02' }),
];

const byAccount = async (file: AcmeFile, options: PositionOptions = {}) => {
  const { positions } = await portfolioOf(file, options);
  return Object.fromEntries(positions.map((view) => [view.accountId, view]));
};

describe('transfers between own accounts', () => {
  test.each([
    ['FIFO', '128', '112'],
    ['AVERAGE', '144', '96'],
  ] as const)('carry cost: of 12 units by %s', async (method, carried, left) => {
    const file = { transactions: bought, transfers: [out('12', '2024-02-01'), into('12', '2024-02-03')] };
    const { A1, A2 } = await byAccount(file, { method });
    expect(A1).toMatchObject({ quantity: '8', cost: [eur(left)], realized: [] });
    expect(A2).toMatchObject({ quantity: '12', cost: [eur(carried)], realized: [] });
  });

  test('carry the age of lots, so that what is oldest is sold first', async () => {
    const file = {
      transactions: [
        ...bought,
        buy(acme, { quantity: '10', price: '20', tradeDate: '2024-01-15', accountId: 'A2' }),
        sell(acme, { quantity: '10', price: '30', tradeDate: '2024-03-01', accountId: 'A2' }),
      ],
      transfers: [out('20', '2024-02-01'), into('20', '2024-02-01')],
    };
    const { A2 } = await byAccount(file, { method: 'FIFO' });
    expect(A2).toMatchObject({ quantity: '20', cost: [eur('340')], realized: [eur('200')] });
  });

  test('carry the cost in the base currency at the rate of the purchase', async () => {
    const rate = (day: string, value: string) => ({
      base: 'EUR',
      quote: 'USD',
      rate: value,
      source: 'REFERENCE' as const,
      date: day,
    });
    const file = {
      transactions: bought.slice(0, 1),
      transfers: [out('10', '2024-02-01'), into('10', '2024-02-01')],
      fxRates: [rate('2024-01-01', '1.1'), rate('2024-02-01', '1.3')],
    };
    expect((await byAccount(file, { base: 'USD' }))['A2']).toMatchObject({ base: { cost: '110' } });
  });

  test('leave the cost that the record of the arrival gives', async () => {
    const file = {
      transactions: bought,
      transfers: [out('20', '2024-02-01'), into('20', '2024-02-01', { costBasis: eur('7') })],
    };
    expect((await byAccount(file))['A2']).toMatchObject({ cost: [eur('7')] });
  });

  test('are known by one account alone, too, and its figures name the records of the other', async () => {
    const file = { transactions: bought, transfers: [out('20', '2024-02-01'), into('20', '2024-02-01')] };
    expect(Object.keys(await byAccount(file, { account: 'A2' }))).toEqual(['A2']);
    expect((await byAccount(file, { account: 'A2' }))['A2']).toMatchObject({ cost: [eur('240')] });
    const steps = explainPosition(await dataOf(file), { key: 'id:ACM', account: 'A2' });
    expect(steps.map(({ accountId, quantity }) => `${accountId} ${quantity}`)).toEqual([
      'A1 10',
      'A1 10',
      'A1 -20',
      'A2 20',
    ]);
    expect(explainPosition(await dataOf(file), { key: 'id:ACM' })).toHaveLength(4);
  });

  test('may arrive on an earlier day than they left, with statements of both in between', async () => {
    const file = {
      transactions: bought,
      transfers: [into('20', '2024-01-30'), out('20', '2024-02-02')],
      positions: [
        position(acme, { quantity: '20', asOf: '2024-01-31' }),
        position(acme, { quantity: '20', asOf: '2024-01-31', accountId: 'A2' }),
      ],
    };
    const { A1, A2 } = await byAccount(file);
    expect(A1).toMatchObject({ quantity: '0', realized: [] });
    expect(A2).toMatchObject({ quantity: '20', cost: [eur('240')] });
  });

  test('go on to a third account and back', async () => {
    const file = {
      transactions: bought,
      transfers: [
        out('20', '2024-02-01'),
        into('20', '2024-02-01'),
        out('20', '2024-03-01', { accountId: 'A2' }),
        into('20', '2024-03-01', { accountId: 'A3' }),
        out('20', '2024-04-01', { accountId: 'A3' }),
        into('20', '2024-04-01', { accountId: 'A1' }),
      ],
    };
    const { A1, A2, A3 } = await byAccount(file);
    expect(A1).toMatchObject({ quantity: '20', cost: [eur('240')] });
    expect([A2?.quantity, A3?.quantity]).toEqual(['0', '0']);
  });

  test('that wait for each other bring no cost', async () => {
    const file = {
      transfers: [
        into('5', '2024-02-01', { accountId: 'A1' }),
        into('7', '2024-02-01'),
        out('7', '2024-02-02'),
        out('5', '2024-02-02', { accountId: 'A2' }),
      ],
    };
    const { A1, A2 } = await byAccount(file);
    expect([A1?.quantity, A2?.quantity]).toEqual(['-2', '2']);
  });

  test('less what the network took', async () => {
    const charges = [{ kind: 'NETWORK' as const, quantity: '1', instrument: acme, included: true }];
    const file = {
      transactions: bought,
      transfers: [out('20', '2024-02-01', { charges }), into('19', '2024-02-01')],
    };
    const { A1, A2 } = await byAccount(file, { method: 'FIFO' });
    expect(A1).toMatchObject({ quantity: '0', realized: [] });
    expect(A2).toMatchObject({ quantity: '19', cost: [eur('226')] });
  });

  test('are told by the id of their network before anything else', async () => {
    const file = {
      transactions: bought,
      transfers: [
        out('4', '2024-02-01', { txId: 'AB' }),
        out('4', '2024-02-01', { txId: 'CD' }),
        into('4', '2024-02-09', { txId: 'ab' }),
        into('3', '2024-02-20', { txId: 'cd', accountId: 'A3' }),
        into('4', '2024-02-01', { txId: 'ef', accountId: 'A4' }),
      ],
    };
    const { A2, A3, A4 } = await byAccount(file);
    expect([A2?.cost, A3?.cost, A4?.cost]).toEqual([[eur('48')], [eur('36')], undefined]);
  });

  test('are the nearest ones where the same amount goes every week', async () => {
    const days = ['2024-02-01', '2024-02-08', '2024-02-15'];
    const file = {
      transactions: bought,
      transfers: [...days.map((day) => out('5', day)), ...days.map((day) => into('5', day))],
    };
    expect((await byAccount(file, { method: 'FIFO' }))['A2']).toMatchObject({ cost: [eur('170')] });
  });

  test.each([
    ['another quantity', [into('11', '2024-02-01')]],
    ['more than a week later', [into('10', '2024-02-09')]],
    ['the same account', [into('10', '2024-02-01', { accountId: 'A1' })]],
    ['another instrument', [{ ...into('10', '2024-02-01'), instrument: stock('OTH') }]],
    ['a reversal', [into('10', '2024-02-01', { status: 'REVERSAL' })]],
    ['two that fit as well', [into('10', '2024-02-01'), into('10', '2024-02-01', { accountId: 'A3' })]],
    ['a history that is incomplete', [into('30', '2024-03-01')]],
  ])('are not guessed: %s', async (_, arrivals) => {
    const transfers = [out('10', '2024-02-01'), out('30', '2024-03-01'), ...arrivals];
    const { positions } = await portfolioOf({ transactions: bought, transfers });
    for (const { accountId, quantity, cost } of positions)
      if (accountId !== 'A1' && quantity !== '0') expect(cost).toBeUndefined();
    expect(positions.flatMap(({ cost }) => cost ?? [])).toEqual([]);
  });

  test('lose no cost, whatever is bought, sold and sent to and fro, by either method', async () => {
    const step = fc.record({
      kind: fc.constantFrom('BUY', 'SELL', 'SEND'),
      accountId: fc.constantFrom('A1', 'A2'),
      units: fc.integer({ min: 1, max: 4 }),
      price: fc.integer({ min: 1, max: 30 }),
      late: fc.integer({ min: -2, max: 2 }),
    });
    const day = (index: number) => new Date(Date.UTC(2024, 1, 3 + index)).toISOString().slice(0, 10);
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 10 }),
        fc.constantFrom('AVERAGE' as const, 'FIFO' as const),
        async (steps, method) => {
          const trades = steps.flatMap(({ kind, accountId, units, price }, index) => {
            const terms = { quantity: `${units}`, price: `${price}`, tradeDate: day(index), accountId };
            return kind === 'BUY' ? [buy(acme, terms)] : kind === 'SELL' ? [sell(acme, terms)] : [];
          });
          const transfers = steps.flatMap(({ kind, accountId, units, late }, index) =>
            kind === 'SEND'
              ? [
                  out(`${units}`, day(index), { accountId, txId: `${index}` }),
                  into(`${units}`, day(index + late), {
                    accountId: accountId === 'A1' ? 'A2' : 'A1',
                    txId: `${index}`,
                  }),
                ]
              : [],
          );
          const { positions } = await portfolioOf(
            { transactions: [...bought, ...trades], transfers },
            { method },
          );
          const isKnown = positions.every(
            ({ incompleteSince, unknownCostQuantity, unknownGains }) =>
              incompleteSince === undefined &&
              unknownCostQuantity === undefined &&
              unknownGains === undefined,
          );
          if (!isKnown) return;
          const sum = (amounts: readonly { amount: string }[]): number =>
            amounts.reduce((total, { amount }) => total + Number(amount), 0);
          const left = sum(positions.flatMap(({ cost }) => cost ?? []));
          const gained = sum(positions.flatMap(({ realized }) => realized ?? []));
          expect(left - gained).toBeCloseTo(
            -sum([...bought, ...trades].map(({ netAmount }) => netAmount)),
            8,
          );
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});
