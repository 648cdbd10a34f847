import { describe, expect, test } from '@jest/globals';
import { parseFlexTime, tellDateOrder } from './flex-time.js';

const DATES = ['20240305', '2024-03-05', '03/05/2024', '03/05/24', '05-Mar-24', '05-MAR-2024'];
const SEPARATORS = [';', ',', ', ', ' ', 'T', ''];
const TIMES = ['140703', '14:07:03'];

describe('parseFlexTime', () => {
  test.each(DATES)('reads the date %s', (text) => {
    expect(parseFlexTime(text, 'MDY')).toEqual({ date: '2024-03-05' });
  });

  test.each(['05/03/2024', '05/03/24'])('reads the day of %s first where the file does', (text) => {
    expect(parseFlexTime(text, 'DMY')).toEqual({ date: '2024-03-05' });
  });

  test('reads every date with every separator and time, in New York', () => {
    for (const date of DATES)
      for (const separator of SEPARATORS)
        for (const time of TIMES)
          expect([date + separator + time, parseFlexTime(date + separator + time, 'MDY')]).toEqual([
            date + separator + time,
            { date: '2024-03-05', printedTime: '14:07:03', instant: '2024-03-05T19:07:03Z' },
          ]);
  });

  test.each([
    ['20240305;140703 EST', '2024-03-05T19:07:03Z'],
    ['20240305;140703 EDT', '2024-03-05T18:07:03Z'],
    ['2024-03-05T14:07:03-0500', '2024-03-05T19:07:03Z'],
    ['2024-03-05T14:07:03+01:00', '2024-03-05T13:07:03Z'],
    ['2024-03-05 14:07:03 UTC', '2024-03-05T14:07:03Z'],
    ['2024-03-05T14:07:03Z', '2024-03-05T14:07:03Z'],
    ['20240305;140703;EDT', '2024-03-05T18:07:03Z'],
    ['2024-03-05, 14:07:03, EDT', '2024-03-05T18:07:03Z'],
    ['2024-03-05 14:07:03 (EDT)', '2024-03-05T18:07:03Z'],
    ['20240305;140703 ET', '2024-03-05T19:07:03Z'],
    ['20240305;140703 US/Eastern', '2024-03-05T19:07:03Z'],
    ['20240305;140703 America/Chicago', '2024-03-05T20:07:03Z'],
  ])('obeys the zone of %s', (text, instant) => {
    expect(parseFlexTime(text)).toEqual({ date: '2024-03-05', printedTime: '14:07:03', instant });
  });

  test.each(['20240305;140703 XYZ', '20240305;140703 Moon/Tranquility'])(
    'leaves the instant of %s open',
    (text) => {
      expect(parseFlexTime(text)).toEqual({ date: '2024-03-05', printedTime: '14:07:03' });
    },
  );

  test.each(['20241103;013000', '20240310;023000'])('%s exists twice or never', (text) => {
    expect(parseFlexTime(text)).toMatchObject({ isAmbiguous: true });
    expect(parseFlexTime(text)).not.toHaveProperty('instant');
  });

  test('dates with slashes need the order only where both are possible', () => {
    expect(parseFlexTime('03/05/2024')).toBeUndefined();
    expect(parseFlexTime('03/13/2024')).toEqual({ date: '2024-03-13' });
    expect(parseFlexTime('13/03/2024')).toEqual({ date: '2024-03-13' });
    expect(parseFlexTime('05/05/2024')).toEqual({ date: '2024-05-05' });
    expect(parseFlexTime('13/03/2024', 'MDY')).toBeUndefined();
  });

  test.each([
    '',
    '2024',
    '20240230',
    '2024-13-01',
    '31-Foo-24',
    '20240305;2507',
    '20240305;996161',
    '2024-03-05 02:07:03 PM',
    '20240305x',
    '1e9',
  ])('refuses "%s"', (text) => {
    expect(parseFlexTime(text)).toBeUndefined();
  });

  test('two-digit years from 70 on are of the last century', () => {
    expect(parseFlexTime('31-Dec-69')?.date).toBe('2069-12-31');
    expect(parseFlexTime('31-Dec-98')?.date).toBe('1998-12-31');
  });
});

describe('tellDateOrder', () => {
  test.each([
    ['03/13/2024', 'MDY'],
    ['13/03/24;101112', 'DMY'],
    ['03/05/2024', 'EITHER'],
    ['13/13/2024', undefined],
    ['20240305', undefined],
    ['UKT 0 3/8', undefined],
  ])('%s tells %s', (text, order) => {
    expect(tellDateOrder(text)).toBe(order);
  });
});
