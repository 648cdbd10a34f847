import { describe, expect, test } from '@jest/globals';
import { buildRow } from '../../test/build-row.js';
import { readBookingTime } from './booking-time.js';

describe('readBookingTime', () => {
  test.each([
    ['10:11', '10:11', '2024-05-06T08:11:00Z'],
    ['9:11:12', '09:11:12', '2024-05-06T07:11:12Z'],
    ['10:11:12', '10:11:12', '2024-05-06T08:11:12Z'],
    ['10:11:12.5', '10:11:12.5', '2024-05-06T08:11:12.5Z'],
    ['10:11:12.500', '10:11:12.5', '2024-05-06T08:11:12.500Z'],
    ['10:11:10.000', '10:11:10', '2024-05-06T08:11:10.000Z'],
    ['10:11:12.123456789', '10:11:12.123456789', '2024-05-06T08:11:12.123456789Z'],
  ])('%s in Amsterdam', (time, printedTime, instant) => {
    expect(readBookingTime(buildRow({ time }))).toEqual({ date: '2024-05-06', printedTime, instant });
  });

  test.each(['6.5.2024', '06.05.2024'])('%s is a date as table programs save it', (date) => {
    expect(readBookingTime(buildRow({ date }))).toMatchObject({
      date: '2024-05-06',
      instant: '2024-05-06T08:11:12Z',
    });
  });

  test.each(['06/05/2024', '16-05-2024', '6.13.2024', '6.5.24'])('%s is no date', (date) => {
    expect(() => readBookingTime(buildRow({ date }))).toThrow(`"${date}" is no date.`);
    expect(() => readBookingTime(buildRow({ date, time: '' }))).toThrow(`"${date}" is no date.`);
  });

  test('the date is the one of the row, also where it is another day in UTC', () => {
    const row = buildRow({ timezone: 'Pacific/Auckland', date: '2024-05-06', time: '00:30:00' });
    expect(readBookingTime(row)).toMatchObject({ date: '2024-05-06', instant: '2024-05-05T12:30:00Z' });
  });

  test.each([
    ['2023-10-29', '02:30:00', 'twice'],
    ['2024-03-31', '02:30:00', 'never'],
  ])('%s %s exists %s in Amsterdam and leaves the date only', (date, time) => {
    const read = readBookingTime(buildRow({ date, time }));
    expect(read).toMatchObject({ date, printedTime: time, doubt: { column: 'time' } });
    expect(read.instant).toBeUndefined();
  });

  test.each(['', 'Mars/Olympus', 'x'.repeat(10_000)])(
    'a zone that does not exist leaves the date only',
    (timezone) => {
      expect(readBookingTime(buildRow({ timezone }))).toMatchObject({
        date: '2024-05-06',
        printedTime: '10:11:12',
        doubt: { column: 'timezone' },
      });
    },
  );

  test('a row without a time has a date', () => {
    expect(readBookingTime(buildRow({ time: '' }))).toEqual({ date: '2024-05-06' });
  });

  test.each([
    ['2024-02-30', '10:00:00', 'date'],
    ['06-05-2024', '10:00:00', 'date'],
    ['', '', 'date'],
    ['2024-05-06', '24:00:00', 'time'],
    ['2024-05-06', '10:00:00.1234567890', 'time'],
    ['2024-05-06', 'noon', 'time'],
  ])('%s %s is refused', (date, time, column) => {
    expect(() => readBookingTime(buildRow({ date, time }))).toThrow(expect.objectContaining({ column }));
  });
});
