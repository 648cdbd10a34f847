import { describe, expect, test } from '@jest/globals';
import { buildBookings } from '../../../test/build-row.js';
import { sweepMoneyOf } from './sweep-money.js';

function moneyOf(description: string, amount = '', currency = '') {
  const [booking] = buildBookings<'SWEEP' | 'SWEEP_MIRROR'>({ description, amount, currency });
  return booking === undefined ? undefined : sweepMoneyOf(booking);
}

describe('the mirror of a sweep', () => {
  test.each([
    ['Overboeking van uw geldrekening bij flatexDEGIRO Bank 26,45 EUR', '-26.45', 'EUR'],
    ['Overboeking naar uw geldrekening bij flatexDEGIRO Bank: 0,4 EUR', '0.4', 'EUR'],
    // Trailing zeros are not printed, so that three digits are thousands.
    ['Overboeking naar uw geldrekening bij flatexDEGIRO Bank: 3.400 EUR', '3400', 'EUR'],
    ['Transfer from your Cash Account at flatex Bank: 9,000 CHF', '-9000', 'CHF'],
    ['Transfer to your Cash Account at flatexDEGIRO Bank SE: 2.5 EUR', '2.5', 'EUR'],
    ['Überweisung auf Ihr Geldkonto bei der flatexDEGIRO Bank: 10.433,49 EUR', '10433.49', 'EUR'],
    ['Virement depuis votre Compte Espèces à la flatexDEGIRO Bank: 3\u202f601,9 CHF', '-3601.9', 'CHF'],
  ])('%s', (description, amount, currency) => {
    expect(moneyOf(description)).toEqual({ amount, currency });
  });

  test('an amount that is printed counts', () => {
    expect(moneyOf('Transfer to your Cash Account at flatexDEGIRO Bank: 7 CHF', '7.00', 'CHF')).toEqual({
      amount: '7.00',
      currency: 'CHF',
    });
  });

  test('a text without an amount is refused', () => {
    expect(() => moneyOf('Overboeking van uw geldrekening bij flatexDEGIRO Bank')).toThrow(
      'The text of the transfer holds no amount.',
    );
  });
});

test('a sweep has the amount of its row or none', () => {
  expect(moneyOf('Degiro Cash Sweep Transfer', '26,45', 'EUR')).toEqual({ amount: '26.45', currency: 'EUR' });
  expect(moneyOf('Degiro Cash Sweep Transfer')).toBeUndefined();
});
