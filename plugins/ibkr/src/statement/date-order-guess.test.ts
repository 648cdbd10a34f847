import { describe, expect, test } from '@jest/globals';
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

describe('dates that could be both', () => {
  /** From January to June, or from February to May. */
  const STATEMENT = { fromDate: '01/02/2024', toDate: '06/05/2024', whenGenerated: '07/06/2024' };
  const guessOf = (row: Readonly<Record<string, string>>) => {
    const guess = new DateOrderGuess();
    guess.observeStatement(STATEMENT);
    guess.observe(row);
    return [guess.order, guess.isWaiting];
  };

  test.each([
    ['03/01/2024', 'MDY'],
    ['05/06/2024', 'MDY'],
    ['07/03/2024', 'DMY'],
    ['03/04/2024', undefined],
    ['12/01/2024', undefined],
  ])('are told by a booking outside of the period: %s', (reportDate, order) => {
    expect(guessOf({ transactionID: '1', reportDate })).toEqual([order, order === undefined]);
  });

  test('are not told by other rows, which may be older than the period', () => {
    expect(guessOf({ reportDate: '03/01/2024' })).toEqual([undefined, true]);
  });

  test.each([
    [{ tradeDate: '03/05/2024', settleDateTarget: '03/06/2024' }, 'MDY'],
    [{ dateTime: '03/05/2024;101500', settleDateTarget: '05/05/2024' }, 'DMY'],
    [{ tradeDate: '05/02/2024', settleDateTarget: '05/03/2024' }, 'MDY'],
    [{ tradeDate: '12/03/2024', settleDateTarget: '02/04/2024' }, 'DMY'],
    [{ tradeDate: '03/05/2024', settleDateTarget: '03/05/2024' }, undefined],
    [{ tradeDate: '03/05/2024', settleDateTarget: '' }, undefined],
  ])('are told by a settlement months later, or before its trade: %j', (row, order) => {
    expect(guessOf(row)).toEqual([order, order === undefined]);
  });
});
