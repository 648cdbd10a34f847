import { describe, expect, test } from '@jest/globals';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { DatedRate } from '../entries/ledger-data.js';
import { Converter } from './converter.js';
import { RateTable } from './rate-table.js';

const rate = (
  base: string,
  quote: string,
  value: string,
  date: string,
  source: DatedRate['source'] = 'REFERENCE',
) => ({
  base,
  quote,
  rate: value,
  date,
  source,
});

const inEuro = (rates: DatedRate[], amount: string, currency: string, date: string) =>
  new Converter('EUR', new RateTable(rates)).convert(Exact.from(amount), currency, date)?.toString();

describe('Converter', () => {
  test('leaves the base currency alone', () => {
    expect(inEuro([], '12.34', 'EUR', '2024-01-01')).toBe('12.34');
  });

  test('multiplies by a direct rate and divides by an inverse one', () => {
    expect(inEuro([rate('USD', 'EUR', '0.9', '2024-01-01')], '10', 'USD', '2024-01-01')).toBe('9');
    // 10 / 1.25 = 8
    expect(inEuro([rate('EUR', 'USD', '1.25', '2024-01-01')], '10', 'USD', '2024-01-01')).toBe('8');
  });

  test('takes the latest rate on or before the day, and none of a later day', () => {
    const rates = [rate('USD', 'EUR', '0.9', '2024-01-03'), rate('USD', 'EUR', '0.8', '2024-01-01')];
    expect(inEuro(rates, '10', 'USD', '2024-01-02')).toBe('8');
    expect(inEuro(rates, '10', 'USD', '2024-01-03')).toBe('9');
    expect(inEuro(rates, '10', 'USD', '2023-12-31')).toBeUndefined();
  });

  test('crosses over a common currency', () => {
    // 10 CAD = 7.5 USD, and 7.5 / 1.25 = 6 EUR.
    const rates = [rate('CAD', 'USD', '0.75', '2024-01-01'), rate('EUR', 'USD', '1.25', '2024-01-01')];
    expect(inEuro(rates, '10', 'CAD', '2024-01-01')).toBe('6');
  });

  test('prefers a direct rate of the last days to a fresher crossing, and a fresh crossing to a stale direct rate', () => {
    const crossing = (date: string) => [rate('CAD', 'USD', '0.75', date), rate('EUR', 'USD', '1.25', date)];
    const direct = rate('CAD', 'EUR', '0.5', '2024-01-01');
    expect(inEuro([direct, ...crossing('2024-01-05')], '10', 'CAD', '2024-01-08')).toBe('5');
    expect(inEuro([direct, ...crossing('2024-01-05')], '10', 'CAD', '2024-01-09')).toBe('6');
  });

  test('marks a rate that is more than seven days old', () => {
    const converter = new Converter('EUR', new RateTable([rate('USD', 'EUR', '0.9', '2024-01-01')]));
    expect(converter.find('USD', '2024-01-08')).toMatchObject({ date: '2024-01-01', stale: false });
    expect(converter.find('USD', '2024-01-09')).toMatchObject({ date: '2024-01-01', stale: true });
  });

  test('prefers the rate at which the money itself was exchanged, then a reference rate of the day', () => {
    const executed = rate('USD', 'EUR', '0.7', '2024-01-01', 'EXECUTED');
    const rates = [executed, rate('EUR', 'USD', '1.25', '2024-01-01')];
    const converter = new Converter('EUR', new RateTable(rates));
    expect(converter.convert(Exact.from('10'), 'USD', '2024-01-01')?.toString()).toBe('8');
    expect(converter.convert(Exact.from('10'), 'USD', '2024-01-01', [executed])?.toString()).toBe('7');
    const inverse = { ...executed, base: 'EUR', quote: 'USD', rate: '2' };
    expect(converter.convert(Exact.from('10'), 'USD', '2024-01-01', [inverse])?.toString()).toBe('5');
  });

  test('does not believe that money was exchanged at a rate of zero', () => {
    const executed = rate('USD', 'EUR', '0', '2024-01-01', 'EXECUTED');
    const converter = new Converter('EUR', new RateTable([rate('USD', 'EUR', '0.9', '2024-01-01')]));
    expect(converter.convert(Exact.from('10'), 'USD', '2024-01-01', [executed])?.toString()).toBe('9');
  });

  test('knows the sum of a bag only where it knows each of its rates', () => {
    const converter = new Converter('EUR', new RateTable([rate('USD', 'EUR', '0.9', '2024-01-01')]));
    const bag = MoneyBag.from({ amount: '10', currency: 'USD' }).add(Exact.ONE, 'EUR');
    expect(converter.convertBag(bag, '2024-01-01')?.toString()).toBe('10');
    expect(converter.convertBag(bag.add(Exact.ONE, 'JPY'), '2024-01-01')).toBeUndefined();
    expect(converter.convertBag(bag.add(Exact.ZERO, 'JPY'), '2024-01-01')?.toString()).toBe('10');
  });
});
