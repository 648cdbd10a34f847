import { expect, test } from '@jest/globals';
import { element, readSections } from '../../fixtures/document.js';

test('charges of CFDs without date are of the day of their report', async () => {
  const { cashMovements, problems } = await readSections({
    CFDCharges: [element('CFDCharge', { currency: 'USD', reportDate: '20240104', total: '1.5' })],
  });
  expect(problems).toEqual([]);
  expect(cashMovements).toMatchObject([{ type: 'INTEREST_RECEIVED', date: '2024-01-04' }]);
});

test('charges of CFDs are interest', async () => {
  const { cashMovements } = await readSections({
    CFDCharges: [
      element('CFDCharge', {
        accountId: 'U1234567',
        currency: 'USD',
        symbol: '--',
        conid: '--',
        date: '2024-01-03',
        received: '0',
        paid: '-1.27',
        total: '-1.27',
        transactionID: '3283049378',
      }),
    ],
  });
  expect(cashMovements).toMatchObject([
    { type: 'INTEREST_PAID', money: { amount: '-1.27' }, date: '2024-01-03' },
  ]);
});
