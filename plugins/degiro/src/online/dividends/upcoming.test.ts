import { expect, test } from '@jest/globals';
import { Fields } from '../json/fields.js';
import { toAnnounced } from './upcoming.js';

const ACME = { kind: 'EQUITY', name: 'ACME NV', isin: 'NL0000000008' } as const;

function announce(...rows: readonly Readonly<Record<string, string>>[]) {
  const whole = rows.map((row) => ({
    caId: '77',
    product: 'Acme NV',
    currency: 'EUR',
    payDate: '2026-12-01T00:00:00',
    ...row,
  }));
  return toAnnounced(
    whole.map((row) => new Fields(row)),
    'A1',
    [ACME],
  );
}

test('income and the tax on it are one announcement, whose net is told to be computed', () => {
  expect(announce({ amount: '12.00' }, { amount: '-1.80' })).toEqual([
    expect.objectContaining({
      accountId: 'A1',
      instrument: ACME,
      status: 'ANNOUNCED',
      gross: '12.00',
      withholdings: [{ money: { amount: '1.80', currency: 'EUR' } }],
      net: '10.2',
      payDate: '2026-12-01',
      derived: ['net'],
    }),
  ]);
});

test('income without tax is its own net', () => {
  const [dividend] = announce({ amount: '12.00' });
  expect(dividend).toMatchObject({ gross: '12.00', net: '12.00', withholdings: [] });
  expect(dividend).not.toHaveProperty('derived');
});

test('what is paid in two currencies is announced in each', () => {
  const both = announce({ amount: '12.00' }, { amount: '3.00', currency: 'USD' });
  expect(both.map(({ gross, currency }) => [gross, currency])).toEqual([
    ['12.00', 'EUR'],
    ['3.00', 'USD'],
  ]);
});

test.each([
  ['day', { amount: '12.00', payDate: '' }],
  ['amount', { amount: 'about 12' }],
  ['currency', { amount: '12.00', currency: '' }],
])('a row without its %s announces nothing', (_, row) => {
  expect(announce(row)).toEqual([]);
});

test('an unknown product is named as it is', () => {
  expect(announce({ product: 'Beta SE', amount: '1' })[0]).toMatchObject({
    instrument: { kind: 'EQUITY', name: 'Beta SE' },
  });
});
