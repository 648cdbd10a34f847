import { describe, expect, test } from '@jest/globals';
import { dividendDraft, tradeDraft } from '../fixtures/drafts.js';
import { findConversionConflicts } from './conversion-law.js';
import { findDividendConflicts } from './dividend-law.js';
import { findTransactionConflicts } from './transaction-law.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('the law of trades', () => {
  test.each([
    ['a purchase', {}],
    ['a sale', { side: 'SELL' as const, netAmount: eur('124.00') }],
    ['the reversal of a purchase', { status: 'REVERSAL' as const, netAmount: eur('124.00') }],
    ['a price rounded to its printed digits', { quantity: '3', price: '41.67', grossAmount: '125.00' }],
    [
      'a gross amount that is one minor unit off',
      { grossAmount: '125.06', quantity: '1', price: '125.05', netAmount: eur('-126.06') },
    ],
    [
      'a contract with a multiplier',
      {
        instrument: { kind: 'OPTION' as const, name: 'Call', multiplier: '100' },
        quantity: '2',
        price: '0.625',
        grossAmount: '125.00',
      },
    ],
    [
      'a bond in percent with accrued interest',
      {
        priceType: 'PERCENTAGE' as const,
        quantity: '1000',
        price: '98.5',
        grossAmount: '985.00',
        accruedInterest: '12.30',
        netAmount: eur('-998.30'),
      },
    ],
    [
      'a future, which exchanges no principal',
      { instrument: { kind: 'FUTURE' as const, name: 'Index' }, netAmount: eur('-1.00') },
    ],
    [
      'a charge inside the price',
      {
        charges: [{ kind: 'FX_CONVERSION' as const, money: eur('9'), included: true }],
        netAmount: eur('-125.00'),
      },
    ],
    [
      'a charge in another currency',
      { charges: [{ kind: 'COMMISSION' as const, money: usd('9') }], netAmount: eur('-125.00') },
    ],
    [
      'a settlement in another currency at the executed rate',
      {
        currency: 'USD',
        netAmount: eur('-116.33'),
        fx: { base: 'EUR', quote: 'USD', rate: '1.0838', source: 'EXECUTED' as const },
      },
    ],
  ])('holds for %s', (_, changes) => {
    expect(findTransactionConflicts(tradeDraft(changes))).toEqual([]);
  });

  test.each([
    [
      'a gross amount that is not quantity × price',
      { grossAmount: '126.02', netAmount: eur('-127.02') },
      'difference 1.02',
    ],
    [
      'a gross amount that is more than one minor unit off',
      { grossAmount: '125.061', quantity: '1', price: '125.05', netAmount: eur('-126.061') },
      'difference 0.011',
    ],
    ['a net amount that forgets a charge', { netAmount: eur('-125.00') }, 'difference 1'],
    ['a net amount with the wrong sign', { netAmount: eur('126.00') }, 'difference 252'],
    ['a future with principal', { instrument: { kind: 'FUTURE' as const, name: 'Index' } }, 'difference 125'],
    ['a settlement in another currency without a rate', { netAmount: usd('-126') }, 'no executed rate'],
    [
      'a settlement at a rate of the day',
      { netAmount: usd('-126'), fx: { base: 'EUR', quote: 'USD', rate: '1', source: 'REFERENCE' as const } },
      'no executed rate',
    ],
  ])('is broken by %s', (_, changes, message) => {
    expect(findTransactionConflicts(tradeDraft(changes)).join()).toContain(message);
  });
});

describe('the law of dividends', () => {
  test('holds where gross less withholdings and charges is net', () => {
    const charges = [{ kind: 'ADR' as const, money: usd('0.50') }];
    expect(findDividendConflicts(dividendDraft({ charges, net: '6.30' }))).toEqual([]);
  });

  test.each([
    ['6.79', 0],
    ['6.81', 0],
    ['6.789', 1],
    ['6.811', 1],
  ])('takes %s for 6.80 with %p conflicts: one minor unit may be rounded away', (net, conflicts) => {
    expect(findDividendConflicts(dividendDraft({ net }))).toHaveLength(conflicts);
  });

  test('is broken by another net, and by a deduction in another currency', () => {
    expect(findDividendConflicts(dividendDraft({ net: '6.60' })).join()).toContain('difference 0.2');
    expect(findDividendConflicts(dividendDraft({ withholdings: [{ money: eur('1') }] })).join()).toContain(
      'was in EUR',
    );
  });
});

describe('the law of conversions', () => {
  const fx = { base: 'EUR', quote: 'USD', rate: '1.0613', source: 'EXECUTED' as const };

  test('holds within the rounding of legs and rate, in either order', () => {
    expect(findConversionConflicts(fx, [eur('1.28'), usd('-1.36')])).toEqual([]);
    expect(findConversionConflicts(fx, [usd('-1.36'), eur('1.28')])).toEqual([]);
  });

  test('takes a difference of as much as the rounding may make, and no more', () => {
    const exact = { ...fx, rate: '1.0000' };
    expect(findConversionConflicts(exact, [eur('1.00'), usd('-1.01')])).toEqual([]);
    expect(findConversionConflicts(exact, [eur('1.00'), usd('-1.011')])).toHaveLength(1);
  });

  test('is broken by a rate of zero, whatever the legs are', () => {
    expect(findConversionConflicts({ ...fx, rate: '0' }, [eur('1.28'), usd('0')])).toEqual([
      'the rate between EUR and USD was 0.',
    ]);
  });

  test('is broken by equal signs, another amount or another currency', () => {
    expect(findConversionConflicts(fx, [eur('1.28'), usd('1.36')])).toHaveLength(1);
    expect(findConversionConflicts(fx, [eur('1.28'), usd('-1.40')])).toHaveLength(1);
    expect(findConversionConflicts(fx, [eur('1.28'), { amount: '-1.36', currency: 'GBP' }])).toHaveLength(1);
  });
});
