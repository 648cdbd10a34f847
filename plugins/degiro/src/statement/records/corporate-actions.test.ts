import { describe, expect, test } from '@jest/globals';
import { ACME, buildBookings, buildOutput, OTHER, partOf, type Cells } from '../../../test/build-row.js';
import { settleActions } from './corporate-actions.js';

const row = (description: string, amount: string, cells: Cells = {}): Cells => ({
  ...ACME,
  description,
  amount,
  ...cells,
});

function settle(...rows: readonly Cells[]) {
  const output = buildOutput();
  settleActions(buildBookings(...rows), output);
  return partOf(output);
}

/** Rows, type, quantities and cash of each action. */
function outlineOf({ corporateActions = [] }: ReturnType<typeof settle>) {
  return corporateActions.map(({ source, type, legs, cash }) => [
    source.rows,
    type,
    legs.map(({ quantity }) => quantity),
    cash.map(({ kind, money }) => `${kind} ${money.amount} ${money.currency}`),
  ]);
}

describe('a sale and a purchase', () => {
  test('are one action, the purchase first', () => {
    const part = settle(
      row('STOCK SPLIT: Verkoop 30 @ 13,2 EUR', '396,00'),
      row('STOCK SPLIT: Koop 60 @ 6,6 EUR', '-396,00'),
    );
    expect(part.corporateActions).toMatchObject([
      {
        type: 'SPLIT',
        status: 'BOOKED',
        legs: [
          { instrument: { isin: 'NL0015001231' }, quantity: '60' },
          { instrument: { isin: 'NL0015001231' }, quantity: '-30' },
        ],
        cash: [],
        bookedAt: '2024-05-15T07:30:00Z',
        date: '2024-05-15',
        description: 'STOCK SPLIT: Koop 60 @ 6,6 EUR',
        source: { printedTime: '09:30', rows: [2, 1] },
      },
    ]);
  });

  test('a split that leaves fewer shares is a reverse split', () => {
    const part = settle(
      row('STOCK SPLIT: Verkoop 375 @ 0,3251 USD', '121,91', { currency: 'USD' }),
      row('STOCK SPLIT: Koop 25 @ 4,8765 USD', '-121,91', { ...OTHER, currency: 'USD' }),
    );
    expect(outlineOf(part)).toEqual([[[2, 1], 'REVERSE_SPLIT', ['25', '-375'], []]]);
  });

  test('an adjustment for a split is a split, whose words leave the verb out', () => {
    const part = settle(
      row('SPLIT AANPASSING: 250 Acme nv @ 12,50 EUR (US4109971048)', '-3125,00', OTHER),
      row('SPLIT AANPASSING: 1.000 Acme nv @ 3,125 EUR (NL0015001231)', '3125,00'),
    );
    expect(outlineOf(part)).toEqual([[[1, 2], 'REVERSE_SPLIT', ['250', '-1000'], []]]);
  });

  test.each([
    ['fewer shares of one security for no money', 'Koop 3 @ 20 EUR', {}, 'REVERSE_SPLIT'],
    ['more shares of one security for no money', 'Koop 30 @ 2 EUR', {}, 'SPLIT'],
    ['as many shares', 'Koop 6 @ 10 EUR', {}, 'OTHER'],
    ['another security', 'Koop 3 @ 20 EUR', OTHER, 'OTHER'],
    ['some money', 'Koop 3 @ 19 EUR', { amount: '-57,00' }, 'OTHER'],
  ])('in unknown words, %s', (_, text, cells, type) => {
    const part = settle(
      row('ZORGLUB: Verkoop 6 @ 10 EUR', '60,00'),
      row(`ZORGLUB: ${text}`, '-60,00', cells),
    );
    expect(outlineOf(part).map(([, found]) => found)).toEqual([type]);
  });

  test('what rounding leaves stays as cash', () => {
    const part = settle(
      row('AKTIENSPLIT: 288 ACME zu je 297,0967 USD', '-85563,85', { currency: 'USD' }),
      row('AKTIENSPLIT: 96 ACME zu je 891,29 USD', '85563,84', { currency: 'USD' }),
    );
    expect(outlineOf(part)).toEqual([[[1, 2], 'SPLIT', ['288', '-96'], ['CASH_IN_LIEU -0.01 USD']]]);
    expect(part.corporateActions?.[0]?.derived).toEqual(['cash']);
  });

  test('without money and in different minutes are told by product and quantity', () => {
    const part = settle(
      row('PRODUCTWIJZIGING : Koop 500 @ 0,039 EUR', '0', { time: '04:21' }),
      row('PRODUCTWIJZIGING : Verkoop 500 @ 0,039 EUR', '0', { time: '02:30' }),
      row('PRODUCTWIJZIGING : Koop 7 @ 2 EUR', '0', { ...OTHER, time: '02:30' }),
      row('PRODUCTWIJZIGING : Verkoop 7 @ 2 EUR', '0', { ...OTHER, time: '02:29' }),
    );
    expect(outlineOf(part)).toEqual([
      [[1, 2], 'IDENTIFIER_CHANGE', ['500', '-500'], []],
      [[3, 4], 'IDENTIFIER_CHANGE', ['7', '-7'], []],
    ]);
  });

  test('of two events in one minute are told by their money', () => {
    const part = settle(
      row('WIJZIGING ISIN: Verkoop 10 @ 3 EUR', '30,00'),
      row('WIJZIGING ISIN: Verkoop 10 @ 4 EUR', '40,00', OTHER),
      row('WIJZIGING ISIN: Koop 10 @ 4 EUR', '-40,00', OTHER),
      row('WIJZIGING ISIN: Koop 10 @ 3 EUR', '-30,00'),
    );
    expect(outlineOf(part).map(([rows]) => rows)).toEqual([
      [3, 2],
      [4, 1],
    ]);
  });

  test('for different money leave the difference', () => {
    const part = settle(
      row('MERGER: Buy 7 OTHER@25.3651 USD', '-177.56', { ...OTHER, currency: 'USD' }),
      row('MERGER: Sell 57 ACME@3.3 USD', '188.10', { currency: 'USD' }),
    );
    expect(outlineOf(part)).toEqual([[[1, 2], 'MERGER', ['7', '-57'], ['PROCEEDS 10.54 USD']]]);
  });

  test('one security may go for several', () => {
    const part = settle(
      row('SPIN-OFF: Koop 10 @ 4 EUR', '-40,00'),
      row('SPIN-OFF: Koop 2 @ 3 EUR', '-6,00', OTHER),
      row('SPIN-OFF: Verkoop 10 @ 4,6 EUR', '46,00'),
    );
    expect(part.corporateActions).toHaveLength(1);
    expect(part.corporateActions?.[0]?.cash).toEqual([]);
  });
});

describe('a security that comes or goes alone', () => {
  test('is an action of its own', () => {
    const part = settle(
      row('STOCK DIVIDEND: Koop 999 @ 0 EUR', '0,00'),
      row('STOCK DIVIDEND: Koop 3 @ 0 EUR', '0,00', OTHER),
      row('DELISTING: Verkoop 26 @ 0,01 USD', '0,26', { currency: 'USD' }),
    );
    expect(outlineOf(part)).toEqual([
      [[1], 'STOCK_DIVIDEND', ['999'], []],
      [[2], 'STOCK_DIVIDEND', ['3'], []],
      [[3], 'DELISTING', ['-26'], ['PROCEEDS 0.26 USD']],
    ]);
  });

  test('of an unknown kind is some other action', () => {
    expect(outlineOf(settle(row('ONBEKEND: Koop 5 @ 1 EUR', '-5,00')))).toEqual([
      [[1], 'OTHER', ['5'], ['PROCEEDS -5.00 EUR']],
    ]);
  });

  test('without verb and money cannot be read', () => {
    const { corporateActions, problems } = settle(row('AKTIENSPLIT: 96 ACME zu je 891,29 USD', '0,00'));
    expect(corporateActions).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { rows: [1], column: 'Omschrijving' } }]);
  });
});

describe('a cash settlement', () => {
  test('is part of the action of its product on that day', () => {
    const part = settle(
      row('Contante Verrekening Aandelen', '261,50', { time: '11:00' }),
      row('DELISTING: Verkoop 26 @ 0 EUR', '0,00'),
    );
    expect(outlineOf(part)).toEqual([[[2, 1], 'DELISTING', ['-26'], ['PROCEEDS 261.5 EUR']]]);
  });

  test('of no action is one by itself', () => {
    const part = settle(row('Corporate Action Cash Settlement Stock', '513,00', { currency: 'USD' }));
    expect(outlineOf(part)).toEqual([[[1], 'OTHER', ['0'], ['PROCEEDS 513.00 USD']]]);
  });
});
