import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseLocal } from './parse-local.js';

const AMSTERDAM = 'Europe/Amsterdam';

test.each([
  ['31-03-2024 14:05', 'dd-MM-yyyy HH:mm', AMSTERDAM, '2024-03-31T12:05:00Z', '14:05'],
  ['2024-01-15 09:05:07', 'yyyy-MM-dd HH:mm:ss', AMSTERDAM, '2024-01-15T08:05:07Z', '09:05:07'],
  ['2024-01-15T09:05:07.120', 'yyyy-MM-ddTHH:mm:ss.SSS', 'UTC', '2024-01-15T09:05:07.120Z', '09:05:07.120'],
  ['20240115;233000', 'yyyyMMdd;HHmmss', 'America/New_York', '2024-01-16T04:30:00Z', '23:30:00'],
  ['5 Jan 2024, 7:00', 'd MMM yyyy, H:mm', 'Asia/Tokyo', '2024-01-04T22:00:00Z', '07:00'],
  ['1/5/24 0:30', 'M/d/yy H:mm', 'Asia/Kolkata', '2024-01-04T19:00:00Z', '00:30'],
  ['31.12.99 23:59', 'dd.MM.yy HH:mm', 'UTC', '1999-12-31T23:59:00Z', '23:59'],
])('%s in %s of %s is %s', (text, format, zone, instant, printedTime) => {
  expect(parseLocal(text, format, zone)).toMatchObject({ instant, printedTime, ambiguous: false });
});

test('the date is the printed one, also where the instant is of the day before', () => {
  expect(parseLocal('01-02-2024 00:10', 'dd-MM-yyyy HH:mm', AMSTERDAM)).toEqual({
    date: '2024-02-01',
    instant: '2024-01-31T23:10:00Z',
    printedTime: '00:10',
    ambiguous: false,
  });
});

test('a format without an hour gives the date alone', () => {
  expect(parseLocal('Mar 5, 2024', 'MMM d, yyyy', 'UTC')).toEqual({ date: '2024-03-05', ambiguous: false });
});

test.each([
  ['31-02-2024', 'dd-MM-yyyy'],
  ['29-02-2023', 'dd-MM-yyyy'],
  ['1-2-2024', 'dd-MM-yyyy'],
  ['01-02-2024 ', 'dd-MM-yyyy'],
  ['01-02-2024 24:00', 'dd-MM-yyyy HH:mm'],
  ['01-02-2024 12:60', 'dd-MM-yyyy HH:mm'],
  ['01-Mrz-2024', 'dd-MMM-yyyy'],
  ['01x02x2024', 'dd.MM.yyyy'],
  ['', 'dd-MM-yyyy'],
])('%j does not match %s', (text, format) => {
  expect(parseLocal(text, format, 'UTC')).toBeUndefined();
});

test('a format with an unknown token and an unknown zone are mistakes of the plugin', () => {
  expect(() => parseLocal('1', 'yyy', 'UTC')).toThrow('"yyy" is no token of a time format');
  expect(() => parseLocal('2024-01-01 10:00', 'yyyy-MM-dd HH:mm', 'Europe/Nowhere')).toThrow('time zone');
});

describe('times that exist twice or never', () => {
  test.each([
    ['2024-03-31 02:30', AMSTERDAM],
    ['2024-10-27 02:00', AMSTERDAM],
    ['2024-10-27 02:59', AMSTERDAM],
    ['2024-03-10 02:00', 'America/New_York'],
    ['2024-04-07 01:45', 'Australia/Lord_Howe'],
    ['2018-11-04 00:30', 'America/Sao_Paulo'],
    ['2011-12-30 12:00', 'Pacific/Apia'],
  ])('%s of %s gives the date only', (text, zone) => {
    const [date = '', printedTime = ''] = text.split(' ');
    expect(parseLocal(text, 'yyyy-MM-dd HH:mm', zone)).toEqual({ date, printedTime, ambiguous: true });
  });

  test.each([
    ['2024-03-31 01:59', AMSTERDAM, '2024-03-31T00:59:00Z'],
    ['2024-03-31 03:00', AMSTERDAM, '2024-03-31T01:00:00Z'],
    ['2024-10-27 01:59', AMSTERDAM, '2024-10-26T23:59:00Z'],
    ['2024-10-27 03:00', AMSTERDAM, '2024-10-27T02:00:00Z'],
  ])('%s beside them is plain', (text, zone, instant) => {
    expect(parseLocal(text, 'yyyy-MM-dd HH:mm', zone)).toMatchObject({ instant, ambiguous: false });
  });
});

test('agrees with Temporal at any minute of many zones', () => {
  const zones = fc.constantFrom(
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Tehran',
    'Africa/Casablanca',
    'America/Sao_Paulo',
  );
  const minutes = fc.integer({ min: 0, max: 40 * 365 * 1440 });
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const local = Temporal.PlainDateTime.from('1990-01-01T00:00').add({ minutes: minute });
      const parsed = parseLocal(local.toString({ smallestUnit: 'minute' }), 'yyyy-MM-ddTHH:mm', zone);
      const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
        local.toZonedDateTime(zone, { disambiguation }).toInstant().toString({ smallestUnit: 'second' }),
      );
      expect(parsed?.instant).toBe(earlier === later ? earlier : undefined);
    }),
    { numRuns: 500 },
  );
});
