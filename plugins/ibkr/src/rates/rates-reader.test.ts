import { expect, test } from '@jest/globals';
import { element, readSections } from '../../fixtures/document.js';

test('rates are of the day and to the base currency; a row without a rate is ignored', async () => {
  const rate = (fromCurrency: string, value: string): string =>
    element('ConversionRate', { reportDate: '20240305', fromCurrency, toCurrency: 'EUR', rate: value });
  const { fxRates, ignored } = await readSections({
    ConversionRates: [rate('CHF', '1.0411'), rate('CNH', '-1'), rate('BTC', '40000'), rate('USD', '0')],
  });
  expect(fxRates).toEqual([
    { base: 'CHF', quote: 'EUR', rate: '1.0411', source: 'REFERENCE', date: '2024-03-05', rows: [1] },
  ]);
  expect(ignored).toMatchObject([{ rows: [2, 3, 4] }]);
});
