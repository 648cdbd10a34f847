import { describe, expect, test } from '@jest/globals';
import { readCsvDays } from './read-csv.js';
import { readXmlDays } from './read-xml.js';

describe('CSV', () => {
  test('the history: ISO dates, gaps, a comma at the end of each line', () => {
    expect(readCsvDays('Date,USD,CYP,\n2026-04-13,1.1685,N/A,\n1999-01-04,1.1789,0.58231,\n')).toEqual([
      { date: '2026-04-13', rates: [{ currency: 'USD', rate: '1.1685' }] },
      {
        date: '1999-01-04',
        rates: [
          { currency: 'USD', rate: '1.1789' },
          { currency: 'CYP', rate: '0.58231' },
        ],
      },
    ]);
  });

  test('the last day: spaces behind commas, the date in words', () => {
    expect(readCsvDays('Date, USD, JPY, \r\n3 April 2026, 1.1685, 186.40, \r\n')).toEqual([
      {
        date: '2026-04-03',
        rates: [
          { currency: 'USD', rate: '1.1685' },
          { currency: 'JPY', rate: '186.40' },
        ],
      },
    ]);
  });

  test.each([
    ['', 'the header does not begin with "Date"'],
    ['Date,USD,\n2026-04-13,1.1,2.2,\n', '2 rates for 1 currencies'],
    ['Date,USD,\n2026-04-31,1.1,\n', '"2026-04-31" is no date'],
    ['Date,USD,\n13 Aprilis 2026,1.1,\n', '"13 Aprilis 2026" is no date'],
    ['Date,USD,\n2026-04-13,0.0000,\n', '"0.0000" is no rate'],
    ['Date,USD,\n2026-04-13,-1.1,\n', '"-1.1" is no rate'],
    ['Date,Dollar,\n', '"Dollar" is no currency'],
  ])('%j is refused', (text, reason) => {
    expect(() => readCsvDays(text)).toThrow(reason);
  });
});

describe('XML', () => {
  const wrap = (inner: string): string =>
    `<E xmlns:g="urn:g"><g:subject>R</g:subject><Cube>${inner}</Cube></E>`;

  test('days and rates', () => {
    const day =
      "<Cube time='2026-04-13'><Cube currency='USD' rate='1.1685'/><Cube currency='RUB' rate='N/A'/></Cube>";
    expect(readXmlDays(wrap(day))).toEqual([
      { date: '2026-04-13', rates: [{ currency: 'USD', rate: '1.1685' }] },
    ]);
  });

  test.each([
    ["<Cube time='13 April 2026'/>", 'is no date'],
    ["<Cube currency='USD' rate='1'/>", 'outside of a day'],
    ["<Cube time='2026-04-13'><Cube currency='USD' rate='x'/></Cube>", '"x" is no rate'],
    ['<Cube', 'cannot be read'],
  ])('%s is refused', (inner, reason) => {
    expect(() => readXmlDays(wrap(inner))).toThrow(reason);
  });
});
