import { expect, test } from '@jest/globals';
import { element, readSections, type Values } from '../../fixtures/document.js';

const ACCRUAL: Values = {
  accountId: 'U1234567',
  currency: 'CAD',
  assetCategory: 'STK',
  symbol: 'ACME',
  description: 'ACME CORP',
  conid: '1001',
  exDate: '20241218',
  payDate: '20250115',
  quantity: '537',
  tax: '8.62',
  fee: '1',
  grossRate: '0.107',
  grossAmount: '57.46',
  netAmount: '47.84',
};

const read = (...rows: readonly Values[]) =>
  readSections({ OpenDividendAccruals: rows.map((row) => element('OpenDividendAccrual', row)) });

test('announced dividends have the expected date and are net of tax and fee', async () => {
  const { dividends, problems } = await read(ACCRUAL);
  expect(problems).toEqual([]);
  expect(dividends).toMatchObject([
    {
      status: 'ANNOUNCED',
      instrument: { name: 'ACME CORP' },
      gross: '57.46',
      withholdings: [{ money: { amount: '8.62', currency: 'CAD' } }],
      charges: [{ kind: 'ADR', money: { amount: '1', currency: 'CAD' } }],
      net: '47.84',
      date: '2025-01-15',
      exDate: '2024-12-18',
      payDate: '2025-01-15',
      quantity: '537',
      perShare: '0.107',
    },
  ]);
});

test('a summary of announced dividends repeats them', async () => {
  const { dividends, ignored } = await read(
    { ...ACCRUAL, levelOfDetail: 'SUMMARY' },
    { ...ACCRUAL, levelOfDetail: 'DETAIL' },
  );
  expect(dividends).toMatchObject([{ source: { rows: [2] } }]);
  expect(ignored).toMatchObject([{ rows: [1] }]);
});

test('what an announced dividend does not print is computed and named', async () => {
  const { dividends, problems } = await read({ ...ACCRUAL, grossAmount: '', netAmount: '' });
  expect(problems).toEqual([]);
  expect(dividends).toMatchObject([{ gross: '57.459', net: '47.839', derived: ['gross', 'net'] }]);
});
