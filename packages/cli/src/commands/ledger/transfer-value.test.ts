import { expect, test } from '@jest/globals';
import { transferValue } from './transfer-value.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

test.each([
  ['0.004', '248', '248'],
  ['-0.004', '248', '-248'],
  ['-0.004', '-248', '-248'],
])('%s units that are told to be worth %s count as %s', (quantity, told, counted) => {
  expect(transferValue({ quantity, value: eur(told) })).toEqual([eur(counted)]);
});

test('units of which no value is told count as nothing', () => {
  expect(transferValue({ quantity: '1' })).toEqual([]);
});
