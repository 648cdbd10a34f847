import { describe, expect, test } from '@jest/globals';
import { addDays, addTradingDays, isTradingDay, tradingDays } from './calendar.js';

describe('the calendar', () => {
  test.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-12-25', false],
    ['2027-01-01', false],
    ['2024-02-29', true],
  ])('the exchange is open on %s: %s', (date, isOpen) => {
    expect(isTradingDay(date)).toBe(isOpen);
  });

  test('days and trading days go over the ends of months and years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addTradingDays('2024-12-24', 2)).toBe('2024-12-30');
    expect(addTradingDays('2024-12-24', 0)).toBe('2024-12-24');
  });

  test('each trading day knows its place in its month', () => {
    const days = [...tradingDays('2024-05-30', '2024-06-04')];
    expect(days).toEqual([
      { date: '2024-05-30', month: 5, ordinal: 22, isLastOfMonth: false },
      { date: '2024-05-31', month: 5, ordinal: 23, isLastOfMonth: true },
      { date: '2024-06-03', month: 6, ordinal: 1, isLastOfMonth: false },
      { date: '2024-06-04', month: 6, ordinal: 2, isLastOfMonth: false },
    ]);
  });

  test('a beginning after the end has no days', () => {
    expect([...tradingDays('2024-06-05', '2024-06-04')]).toEqual([]);
  });
});
