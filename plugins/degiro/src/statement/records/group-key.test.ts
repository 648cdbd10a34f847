import { expect, test } from '@jest/globals';
import { ACME, buildBookings, type Cells } from '../../../test/build-row.js';
import { groupKeyOf, isGrouped } from './group-key.js';

function keyOf(cells: Cells): string | undefined {
  const [booking] = buildBookings(cells);
  return booking !== undefined && isGrouped(booking) ? groupKeyOf(booking).join(' | ') : undefined;
}

const trade: Cells = { ...ACME, description: 'Koop 10 @ 5 EUR', amount: '-50,00', orderId: 'o1' };

test('all rows of an order and day belong together, whatever their time', () => {
  const key = keyOf(trade);
  expect(keyOf({ ...trade, description: 'Transactiekosten', time: '11:11' })).toBe(key);
  expect(keyOf({ ...trade, description: 'Valuta Debitering', currency: 'USD' })).toBe(key);
  expect(keyOf({ ...trade, date: '16-05-2024' })).not.toBe(key);
  expect(keyOf({ ...trade, orderId: 'o2' })).not.toBe(key);
});

test('without an order id, rows of one product and minute do', () => {
  const key = keyOf({ ...trade, orderId: '' });
  expect(keyOf({ ...trade, orderId: '', description: 'Transactiekosten' })).toBe(key);
  expect(keyOf({ ...trade, orderId: '', time: '11:11' })).not.toBe(key);
});

test('income belongs together by product, value date and currency', () => {
  const dividend: Cells = { ...ACME, description: 'Dividend' };
  const key = keyOf(dividend);
  expect(keyOf({ ...dividend, description: 'Dividendbelasting', time: '11:11' })).toBe(key);
  expect(keyOf({ ...dividend, valueDate: '14-05-2024' })).not.toBe(key);
  expect(keyOf({ ...dividend, currency: 'USD' })).not.toBe(key);
  expect(keyOf({ ...dividend, isin: 'US4109971048' })).not.toBe(key);
});

test('conversions and corporate actions belong together by day', () => {
  expect(keyOf({ description: 'Valuta Debitering' })).toBe('CONVERSION | 2024-05-15');
  expect(keyOf({ ...ACME, description: 'STOCK SPLIT: Koop 1 @ 1 EUR', orderId: 'o1' })).toBe(
    'ACTION | 2024-05-15',
  );
});

test('other rows stand for themselves', () => {
  expect(keyOf({ description: 'iDEAL Deposit' })).toBeUndefined();
});
