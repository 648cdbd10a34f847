import { expect, test } from '@jest/globals';
import { dataOf } from '../../test/acme.js';
import { sumMoneyInBase } from './sum-money.js';

const item = (amount: string, currency: string, date = '2024-01-10') => ({
  recordId: `${currency} ${date}`,
  date,
  money: { amount, currency },
});

test('amounts are added up at the rates of their days, and what has none is told', async () => {
  const data = await dataOf({
    fxRates: [{ base: 'EUR', quote: 'USD', rate: '1.25', source: 'REFERENCE', date: '2024-01-05' }],
  });
  const fx = { base: 'USD', quote: 'EUR', rate: '0.9', source: 'EXECUTED' } as const;
  // 10 + 5 / 1.25 + 10 × 0.9; the yen has no rate, the first of January no earlier one.
  const items = [
    item('10', 'EUR'),
    item('5', 'USD'),
    { ...item('10', 'USD'), fx },
    item('100', 'JPY'),
    item('1', 'USD', '2024-01-01'),
  ];
  expect(sumMoneyInBase(data, 'EUR', items)).toEqual({
    currency: 'EUR',
    amount: '23',
    omitted: [
      { recordId: 'JPY 2024-01-10', currency: 'JPY' },
      { recordId: 'USD 2024-01-01', currency: 'USD' },
    ],
  });
});

test('without a currency there is no sum', async () => {
  expect(sumMoneyInBase(await dataOf({}), undefined, [item('10', 'EUR')])).toBeUndefined();
});
