import { describe, expect, test } from '@jest/globals';
import { buildBookings, buildOutput, partOf, type Cells } from '../../../test/build-row.js';
import { settleConversions } from './conversions.js';

const dollars = (amount: string, rate = '', cells: Cells = {}): Cells => ({
  description: 'Valuta Debitering',
  rate,
  currency: 'USD',
  amount,
  ...cells,
});
const euros = (amount: string, cells: Cells = {}): Cells => ({
  description: 'Valuta Creditering',
  currency: 'EUR',
  amount,
  ...cells,
});

function settle(...rows: readonly Cells[]) {
  const output = buildOutput();
  settleConversions(buildBookings<'CONVERSION'>(...rows), output);
  return partOf(output);
}

describe('a conversion', () => {
  test('is two movements with one link and the executed rate', () => {
    const { cashMovements, problems } = settle(euros('1,28'), dollars('-1,36', '1,0613'));
    const fx = { base: 'EUR', quote: 'USD', rate: '1.0613', source: 'EXECUTED', date: '2024-05-15' };
    expect(cashMovements).toMatchObject([
      { type: 'FX_CONVERSION', money: { amount: '-1.36', currency: 'USD' }, fx, source: { rows: [2] } },
      { type: 'FX_CONVERSION', money: { amount: '1.28', currency: 'EUR' }, fx, source: { rows: [1] } },
    ]);
    expect(new Set(cashMovements?.map(({ linkId }) => linkId)).size).toBe(1);
    expect(cashMovements?.every(({ derived }) => derived === undefined)).toBe(true);
    expect(problems).toBeUndefined();
  });

  test('amounts tell which legs belong together', () => {
    const { cashMovements } = settle(
      dollars('165,25', '1,1757'),
      euros('-84,33'),
      dollars('99,15', '1,1757'),
      euros('-140,55'),
    );
    const links = new Map(cashMovements?.map(({ money, linkId }) => [money.amount, linkId]));
    expect(links.get('165.25')).toBe(links.get('-140.55'));
    expect(links.get('99.15')).toBe(links.get('-84.33'));
    expect(links.get('99.15')).not.toBe(links.get('165.25'));
  });

  test('whose rate fits badly is paired within its minute', () => {
    // A conversion taken back at the amounts of before, with the rate of now.
    const { cashMovements, problems } = settle(euros('65,57'), dollars('-72,15', '1,1031'));
    expect(cashMovements?.map(({ fx }) => fx?.rate)).toEqual(['1.1031', '1.1031']);
    expect(problems).toBeUndefined();
  });

  test('without a rate has one that was computed', () => {
    const { cashMovements } = settle(euros('8,00'), dollars('-10,00'));
    expect(cashMovements).toMatchObject([
      { fx: { base: 'USD', quote: 'EUR', rate: '0.8' }, derived: ['fx'] },
      { derived: ['fx'] },
    ]);
  });

  test('that stands twice has two links', () => {
    const { cashMovements } = settle(
      euros('1,28'),
      dollars('-1,36', '1,0613'),
      euros('1,28'),
      dollars('-1,36', '1,0613'),
    );
    const links = cashMovements?.map(({ linkId }) => linkId) ?? [];
    expect(new Set(links).size).toBe(2);
    expect(links.filter((link) => link === links[0])).toHaveLength(2);
  });
});

describe('a conversion in more than two rows', () => {
  const fx = { base: 'EUR', quote: 'USD', rate: '1.1', source: 'EXECUTED', date: '2024-05-15' };

  test.each([
    ['one leg for two', [dollars('100,00', '1,1'), euros('-50,00'), euros('-40,91')]],
    ['two legs for one', [dollars('60,00', '1,1'), dollars('40,00', '1,1'), euros('-90,91')]],
  ])('%s has the printed rate in each', (_, rows) => {
    const { cashMovements, problems } = settle(...rows);
    expect(cashMovements).toMatchObject(rows.map(() => ({ type: 'FX_CONVERSION', fx })));
    expect(cashMovements?.some(({ linkId, derived }) => linkId !== undefined || derived !== undefined)).toBe(
      false,
    );
    expect(problems).toBeUndefined();
  });

  test('is none where the sums do not give the rate', () => {
    const { problems } = settle(dollars('100,00', '1,1'), euros('-50,00'), euros('-41,91'));
    expect(problems).toHaveLength(1);
  });

  test('is none among three currencies', () => {
    const { problems } = settle(
      dollars('100,00', '1,1'),
      euros('-50,00'),
      euros('-40,91', { currency: 'CHF' }),
    );
    expect(problems).toHaveLength(1);
  });
});

describe('a leg without a partner', () => {
  test.each([
    ['alone', [dollars('-1,36', '1,0613')]],
    ['beside one of the same sign', [dollars('-1,36', '1,0613'), euros('-1,28')]],
    ['beside one of the same currency', [dollars('-1,36', '1,0613'), dollars('1,36')]],
    [
      'beside one of another minute that does not fit',
      [dollars('-1,36', '1,0613'), euros('5,00', { time: '11:00' })],
    ],
  ])('%s is kept and reported', (_, rows) => {
    const { cashMovements = [], problems } = settle(...rows);
    expect(cashMovements).toHaveLength(rows.length);
    expect(cashMovements.filter(({ linkId, fx }) => linkId !== undefined || fx !== undefined)).toEqual([]);
    expect(problems?.map(({ code, place }) => [code, place?.rows, place?.column])).toEqual(
      rows.map((_row, index) => ['BALANCE_MISMATCH', [index + 1], 'Mutatie']),
    );
  });
});
