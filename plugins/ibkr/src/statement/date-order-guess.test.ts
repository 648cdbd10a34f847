import { expect, test } from '@jest/globals';
import { DateOrderGuess } from './date-order-guess.js';

test.each([
  ['03/13/2024', 'MDY'],
  ['13/03/2024', 'DMY'],
  ['13/03/24;101500', 'DMY'],
])('%s tells that the order is %s', (reportDate, order) => {
  const guess = new DateOrderGuess();
  guess.observe({ reportDate });
  expect([guess.order, guess.isWaiting]).toEqual([order, false]);
});

test.each(['2024-03-05', '20240305', '05-MAR-24', 'MULTI', ''])('nothing waits for %s', (reportDate) => {
  const guess = new DateOrderGuess();
  guess.observe({ reportDate });
  expect([guess.order, guess.isWaiting]).toEqual([undefined, false]);
});

test('what could be both waits until a date tells, or until none can', () => {
  const guess = new DateOrderGuess();
  guess.observe({ reportDate: '03/05/2024' });
  expect(guess.isWaiting).toBe(true);
  guess.giveUp();
  guess.observe({ reportDate: '03/05/2024' });
  expect([guess.order, guess.isWaiting]).toEqual([undefined, false]);
  guess.observe({ tradeDate: '03/31/2024' });
  expect(guess.order).toBe('MDY');
});

test('the first date that tells decides', () => {
  const guess = new DateOrderGuess();
  guess.observe({ reportDate: '31/03/2024' });
  guess.observe({ reportDate: '03/31/2024' });
  expect(guess.order).toBe('DMY');
});
