import { describe, expect, test } from '@jest/globals';
import { ACME, buildBookings, buildOutput, partOf, type Cells } from '../../../test/build-row.js';
import { settleIncome } from './income.js';

const dividend = (amount = '5,00', cells: Cells = {}): Cells => ({
  ...ACME,
  valueDate: '14-05-2024',
  description: 'Dividend',
  currency: 'USD',
  amount,
  ...cells,
});
const tax = (amount = '-0,75', cells: Cells = {}): Cells =>
  dividend(amount, { description: 'Dividendbelasting', ...cells });
const adr = (amount = '-0,20'): Cells => dividend(amount, { description: 'ADR/GDR Externe Kosten' });

function settle(...rows: readonly Cells[]) {
  const output = buildOutput();
  settleIncome(buildBookings(...rows), output);
  return partOf(output);
}

describe('one income', () => {
  test('is joined with its taxes and fees', () => {
    const { dividends, cashMovements, fees } = settle(
      tax('-0,75', { time: '07:39' }),
      dividend(),
      adr(),
      tax('-0,10'),
    );
    expect(dividends).toEqual([
      {
        accountId: 'default',
        source: { printedTime: '09:30', rows: [2, 1, 3, 4] },
        raw: [expect.anything(), expect.anything(), expect.anything(), expect.anything()],
        instrument: { kind: 'EQUITY', name: 'ACME NV', isin: 'NL0015001231' },
        kind: 'CASH',
        status: 'PAID',
        currency: 'USD',
        gross: '5.00',
        withholdings: [
          { money: { amount: '0.75', currency: 'USD' } },
          { money: { amount: '0.10', currency: 'USD' } },
        ],
        charges: [{ kind: 'ADR', money: { amount: '0.20', currency: 'USD' } }],
        net: '3.95',
        derived: ['net'],
        date: '2024-05-15',
        payDate: '2024-05-14',
      },
    ]);
    expect(cashMovements).toBeUndefined();
    expect(fees).toBeUndefined();
  });

  test('alone is its own net', () => {
    const { dividends } = settle(dividend());
    expect(dividends).toMatchObject([{ gross: '5.00', net: '5.00', withholdings: [], charges: [] }]);
    expect(dividends?.[0]).not.toHaveProperty('derived');
  });

  test('that is negative is a reversal, its tax given back', () => {
    const { dividends } = settle(dividend('-5,00'), tax('0,75'));
    expect(dividends).toMatchObject([
      { status: 'REVERSAL', gross: '-5.00', withholdings: [{ money: { amount: '-0.75' } }], net: '-4.25' },
    ]);
  });

  test.each([
    ['Kapitaalsuitkering', 'RETURN_OF_CAPITAL'],
    ['Vermogenswinst', 'CAPITAL_GAIN'],
    ['Coupon', 'INTEREST'],
    ['Vervangend dividend', 'IN_LIEU'],
    ['Fund Distribution', 'CASH'],
  ])('%s is %s', (description, kind) => {
    expect(settle(dividend('1,00', { description })).dividends).toMatchObject([{ kind }]);
  });
});

describe('taxes and fees that are of no one income', () => {
  test('beside two incomes are records of their own', () => {
    const { dividends, cashMovements, fees } = settle(
      dividend(),
      dividend('-5,00'),
      tax(),
      tax('0,75'),
      adr(),
    );
    expect(dividends?.map(({ net, status }) => [net, status])).toEqual([
      ['5.00', 'PAID'],
      ['-5.00', 'REVERSAL'],
    ]);
    expect(cashMovements).toMatchObject([
      {
        type: 'TAX',
        status: 'BOOKED',
        money: { amount: '-0.75', currency: 'USD' },
        instrument: { isin: 'NL0015001231' },
        relatesTo: { payDate: '2024-05-14' },
      },
      { type: 'TAX', money: { amount: '0.75' } },
    ]);
    expect(fees).toMatchObject([
      { kind: 'ADR', money: { amount: '-0.20' }, relatesTo: { payDate: '2024-05-14' } },
    ]);
  });

  test('without an income are records of their own', () => {
    expect(settle(tax()).cashMovements).toHaveLength(1);
  });

  test('of an income that cannot be read are records of their own', () => {
    const { cashMovements, problems } = settle(
      dividend('5,00', { product: '', isin: '' }),
      tax('-0,75', { product: '', isin: '' }),
    );
    expect(cashMovements).toHaveLength(1);
    expect(cashMovements?.[0]).not.toHaveProperty('instrument');
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { rows: [1], column: 'Product' } }]);
  });
});
