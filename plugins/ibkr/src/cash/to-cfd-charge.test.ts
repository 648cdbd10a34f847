import { expect, test } from '@jest/globals';
import { element, readSections } from '../../fixtures/document.js';

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
