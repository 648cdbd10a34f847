import { describe, expect, test } from '@jest/globals';
import { buildTerms } from '../test/build-terms.js';

describe('toAccountTerms', () => {
  test('the same settings are the same account', () => {
    expect(buildTerms()).toEqual(buildTerms());
    expect(buildTerms({ monthlyDeposit: '1000.00' }).accountId).toBe(buildTerms().accountId);
  });

  test.each([
    { seed: 2 },
    { startDate: '2024-01-02' },
    { monthlyDeposit: '1000.01' },
    { baseCurrency: 'USD' as const },
    { risk: 'bold' as const },
  ])('%p is another account', (settings) => {
    expect(buildTerms(settings).accountId).not.toBe(buildTerms().accountId);
  });

  test.each([
    ['startDate', '2024-02-30'],
    ['startDate', '1999-12-31'],
    ['startDate', 'today'],
    ['monthlyDeposit', '-1'],
    ['monthlyDeposit', '10.005'],
    ['monthlyDeposit', '1000001'],
    ['monthlyDeposit', '1,000'],
    ['monthlyDeposit', ''],
  ])('%s cannot be "%s"', (name, value) => {
    expect(() => buildTerms({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'INVALID_REQUEST', message: `The setting "${name}" was "${value}".` }),
    );
  });
});
