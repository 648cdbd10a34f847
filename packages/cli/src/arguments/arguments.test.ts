import { expect, test } from '@jest/globals';
import { findClosest } from './closest.js';
import { parseCertificate } from './parse-certificate.js';
import { parseCount } from './parse-count.js';
import { parseCurrency } from './parse-currency.js';
import { parseDate } from './parse-date.js';
import { parseInterval } from './parse-interval.js';
import { parsePort } from './parse-port.js';
import { parseThreshold } from './parse-threshold.js';

test.each([
  ['porfolio', 'portfolio'],
  ['prase', 'parse'],
  ['x', undefined],
  ['something', undefined],
])('for %s the closest word is %j', (word, closest) => {
  expect(findClosest(word, ['parse', 'import', 'portfolio'])).toBe(closest);
});

test('a day has to exist', () => {
  expect(parseDate('2024-02-29')).toBe('2024-02-29');
  expect(() => parseDate('2023-02-29')).toThrow('Write a day that exists');
  expect(() => parseDate('01-02-2024')).toThrow('Write a day that exists');
});

test('an interval is a duration of one unit', () => {
  expect(['PT1M', 'P1D', 'P1W'].map(parseInterval)).toEqual(['PT1M', 'P1D', 'P1W']);
  for (const wrong of ['P3X', '1d', 'P1DT1H', 'P0D', ''])
    expect(() => parseInterval(wrong)).toThrow('Write PT1H for an hour');
});

test('a currency has to be one of ISO 4217', () => {
  expect(parseCurrency('eur')).toBe('EUR');
  expect(() => parseCurrency('BTC')).toThrow('ISO 4217');
});

test.each(['0', '-1', '1.5', '', '1e3', '9999999999'])('"%s" is no count', (text) => {
  expect(() => parseCount(text)).toThrow('whole number');
});

test('a threshold has up to two bounds, the lower one first', () => {
  expect(parseThreshold('memory_usage=0..200')).toEqual({ metric: 'memory_usage', minimum: 0, maximum: 200 });
  expect(parseThreshold('error_rate=..2.5')).toEqual({ metric: 'error_rate', maximum: 2.5 });
  expect(parseThreshold('depth=-1..')).toEqual({ metric: 'depth', minimum: -1 });
  expect(parseThreshold('depth=..')).toEqual({ metric: 'depth' });
  for (const wrong of ['memory_usage', 'memory_usage=', '=1..2', 'a=1..b']) {
    expect(() => parseThreshold(wrong)).toThrow('Write it as');
  }
  expect(() => parseThreshold('a=2..1')).toThrow('lower bound');
});

const DIGITS = '0af3'.repeat(16);

test.each([
  `sha256:${DIGITS}`,
  DIGITS,
  `SHA256:${DIGITS.toUpperCase()}`,
  DIGITS.toUpperCase().replace(/..(?=.)/g, '$&:'),
])('a certificate is read in the spelling %s', (text) => {
  expect(parseCertificate(text)).toBe(`sha256:${DIGITS}`);
});

test.each(['', 'sha256:', DIGITS.slice(1), `sha1:${DIGITS}`, `${DIGITS}00`])('%j is no SHA-256', (text) => {
  expect(() => parseCertificate(text)).toThrow('64 hexadecimal digits');
});

test('a port is a whole number from 1 to 65535', () => {
  expect(['1', '5000', '65535'].map(parsePort)).toEqual([1, 5000, 65_535]);
  for (const wrong of ['', '0', '65536', '5000.5', 'abc', '-1'])
    expect(() => parsePort(wrong)).toThrow('a number from 1 to 65535');
});
