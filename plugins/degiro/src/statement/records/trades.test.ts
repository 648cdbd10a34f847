import { describe, expect, test } from '@jest/globals';
import { ACME, buildBookings, buildOutput, partOf, type Cells } from '../../../test/build-row.js';
import { settleOrder } from './trades.js';

const ORDER = { ...ACME, orderId: 'order-1' };
const buy = (cells: Cells = {}): Cells => ({
  ...ORDER,
  description: 'Koop 10 @ 5 EUR',
  amount: '-50,00',
  ...cells,
});
const sell = (cells: Cells = {}): Cells => ({
  ...ORDER,
  description: 'Verkoop 10 @ 5 EUR',
  amount: '50,00',
  ...cells,
});
const fee = (cells: Cells = {}): Cells => ({
  ...ORDER,
  description: 'DEGIRO Transactiekosten en/of kosten van derden',
  amount: '-2,00',
  ...cells,
});

function settle(...rows: readonly Cells[]) {
  const output = buildOutput();
  settleOrder(buildBookings(...rows), output);
  return partOf(output);
}

describe('a purchase', () => {
  test('is one transaction with its charges', () => {
    const { transactions } = settle(fee(), buy());
    expect(transactions).toEqual([
      {
        accountId: 'default',
        source: { printedTime: '09:30', groupId: 'order-1', rows: [2, 1] },
        raw: [expect.objectContaining({ Omschrijving: 'Koop 10 @ 5 EUR' }), expect.anything()],
        orderId: 'order-1',
        instrument: { kind: 'EQUITY', name: 'ACME NV', isin: 'NL0015001231' },
        side: 'BUY',
        quantity: '10',
        price: '5',
        currency: 'EUR',
        grossAmount: '50.00',
        charges: [{ kind: 'COMMISSION', money: { amount: '2.00', currency: 'EUR' } }],
        netAmount: { amount: '-52', currency: 'EUR' },
        derived: ['netAmount'],
        tradedAt: '2024-05-15T07:30:00Z',
        tradeDate: '2024-05-15',
        status: 'BOOKED',
      },
    ]);
  });

  test('charges in another currency are no part of its net amount', () => {
    const { transactions } = settle(
      buy({ description: 'Koop 10 @ 5 USD', currency: 'USD' }),
      fee({ description: 'London/Dublin Stamp Duty', amount: '-0,25' }),
      fee({ description: 'Transactiebelasting Frankrijk', amount: '-0,15' }),
    );
    expect(transactions).toMatchObject([
      {
        charges: [
          { kind: 'STAMP_DUTY', money: { amount: '0.25', currency: 'EUR' } },
          { kind: 'TRANSACTION_TAX', money: { amount: '0.15', currency: 'EUR' } },
        ],
        netAmount: { amount: '-50.00', currency: 'USD' },
      },
    ]);
    expect(transactions?.[0]).not.toHaveProperty('derived');
  });

  test('the rate of its conversion is its own', () => {
    const { transactions, cashMovements } = settle(
      { ...ORDER, description: 'Valuta Creditering', rate: '1,0624', currency: 'USD', amount: '50,00' },
      { ...ORDER, description: 'Valuta Debitering', amount: '-47,06' },
      buy({ description: 'Koop 10 @ 5 USD', currency: 'USD' }),
    );
    expect(transactions).toMatchObject([
      { fx: { base: 'EUR', quote: 'USD', rate: '1.0624', source: 'EXECUTED' } },
    ]);
    expect(cashMovements?.map(({ orderId }) => orderId)).toEqual(['order-1', 'order-1']);
  });

  test('what was booked is its value, whatever quantity × price say', () => {
    const { transactions } = settle(buy({ description: 'Koop 30 @ 22,4 EUR', amount: '-9999,99' }));
    expect(transactions).toMatchObject([
      { price: '22.4', grossAmount: '9999.99', netAmount: { amount: '-9999.99' } },
    ]);
  });

  test('of a bond is booked with the interest that has accrued', () => {
    const bond = buy({ description: 'Koop 10.000 @ 98,5 EUR', amount: '-9901,13' });
    expect(settle(fee(), bond).transactions).toMatchObject([
      {
        instrument: { kind: 'BOND' },
        priceType: 'PERCENTAGE',
        grossAmount: '9850',
        accruedInterest: '51.13',
        netAmount: { amount: '-9903.13', currency: 'EUR' },
        derived: ['grossAmount', 'accruedInterest', 'netAmount'],
      },
    ]);
  });

  test('that is booked in another currency than its price has the rate of both', () => {
    const { transactions } = settle(buy({ description: 'Koop 10 @ 5,5 AUD', amount: '-44,00' }));
    expect(transactions).toMatchObject([
      {
        currency: 'AUD',
        grossAmount: '55',
        netAmount: { amount: '-44.00', currency: 'EUR' },
        fx: { base: 'EUR', quote: 'AUD', rate: '1.25', source: 'EXECUTED' },
        derived: ['grossAmount', 'fx'],
      },
    ]);
  });
});

describe('the charges of an order', () => {
  test('go undivided to its first fill in time', () => {
    const { transactions } = settle(
      fee({ time: '09:33', amount: '-0,50' }),
      buy({ time: '09:33', description: 'Koop 2 @ 25 EUR' }),
      fee({ time: '09:31' }),
      buy({ time: '09:31', description: 'Koop 1 @ 50 EUR' }),
    );
    expect(transactions?.map(({ quantity, charges }) => [quantity, charges.length])).toEqual([
      ['1', 2],
      ['2', 0],
    ]);
  });

  test('of one minute go to the fill that the file prints last, which is the first', () => {
    const { transactions } = settle(
      fee(),
      buy({ description: 'Koop 2 @ 25 EUR' }),
      buy({ description: 'Koop 1 @ 50 EUR' }),
    );
    expect(transactions?.map(({ quantity, charges }) => [quantity, charges.length])).toEqual([
      ['1', 1],
      ['2', 0],
    ]);
  });

  test('without a fill are fees', () => {
    const { fees, transactions } = settle(fee());
    expect(transactions).toBeUndefined();
    expect(fees).toMatchObject([
      {
        kind: 'COMMISSION',
        money: { amount: '-2.00', currency: 'EUR' },
        instrument: { isin: 'NL0015001231' },
        source: { groupId: 'order-1', rows: [1] },
      },
    ]);
  });

  test('beyond what a record can hold are fees', () => {
    const { fees, transactions } = settle(buy(), ...Array.from({ length: 70 }, () => fee()));
    expect(transactions?.[0]?.charges).toHaveLength(64);
    expect(fees).toHaveLength(6);
  });

  test('of a fill that cannot be read are fees', () => {
    const { fees, unclassified, problems } = settle(buy({ amount: '', currency: '' }), fee());
    expect(fees).toHaveLength(1);
    expect(unclassified).toMatchObject([{ rows: [1], reason: 'The amount is missing.' }]);
    expect(problems).toMatchObject([
      { code: 'ROW_MALFORMED', place: { rows: [1], lines: [2], column: 'Mutatie' } },
    ]);
  });
});

describe('a fill that is taken back', () => {
  test('is the opposite trade of the same order, with its charges given back', () => {
    const { transactions } = settle(
      fee({ time: '10:50', amount: '2,00' }),
      sell({ time: '10:50' }),
      fee({ time: '09:06' }),
      buy({ time: '09:06' }),
    );
    expect(transactions).toMatchObject([
      {
        side: 'BUY',
        status: 'BOOKED',
        netAmount: { amount: '-52' },
        charges: [{ money: { amount: '2.00' } }],
      },
      {
        side: 'BUY',
        status: 'REVERSAL',
        netAmount: { amount: '52' },
        charges: [{ money: { amount: '-2.00' } }],
      },
    ]);
  });

  test('is one with the opposite sign', () => {
    const { transactions } = settle(buy({ amount: '50,00' }));
    expect(transactions).toMatchObject([
      { side: 'BUY', status: 'REVERSAL', grossAmount: '50.00', netAmount: { amount: '50.00' } },
    ]);
  });

  test('is not the opposite trade of another order or of none', () => {
    const { transactions } = settle(buy({ orderId: '' }), sell({ orderId: '' }));
    expect(transactions?.map(({ side, status }) => [side, status])).toEqual([
      ['SELL', 'BOOKED'],
      ['BUY', 'BOOKED'],
    ]);
  });
});
