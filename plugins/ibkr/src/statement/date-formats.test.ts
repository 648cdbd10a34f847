import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { BUY, DIVIDEND, element, read, readSections } from '../../fixtures/document.js';

const EVERYTHING = readFileSync(new URL('../../fixtures/every-section.xml', import.meta.url), 'utf8');

type Statement = Awaited<ReturnType<typeof read>>;

/** Ids of all records, in order. */
function idsOf(statement: Statement): string[] {
  const { transactions, cashMovements, transfers, dividends, fees, corporateActions, positions } = statement;
  return [transactions, cashMovements, transfers, dividends, fees, corporateActions, positions]
    .flat()
    .map(({ id }) => id)
    .sort();
}

describe('date formats', () => {
  const DATE = /"(\d{4})(\d{2})(\d{2})(?:;(\d{2})(\d{2})(\d{2}))?"/g;
  const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
  const FORMATS: readonly (readonly [name: string, date: (y: string, m: string, d: string) => string])[] = [
    ['yyyy-MM-dd', (y, m, d) => `${y}-${m}-${d}`],
    ['MM/dd/yyyy', (y, m, d) => `${m}/${d}/${y}`],
    ['MM/dd/yy', (y, m, d) => `${m}/${d}/${y.slice(2)}`],
    ['dd/MM/yyyy', (y, m, d) => `${d}/${m}/${y}`],
    ['dd/MM/yy', (y, m, d) => `${d}/${m}/${y.slice(2)}`],
    ['dd-MMM-yy', (y, m, d) => `${d}-${MONTHS[Number(m) - 1]}-${y.slice(2)}`],
  ];

  /** The file as if the query had been set to another format. */
  function rewrite(text: string, date: (y: string, m: string, d: string) => string, between: string): string {
    return text.replace(
      DATE,
      (_, y: string, m: string, d: string, hour?: string, minute = '', second = '') => {
        const day = date(y, m, d);
        return hour === undefined ? `"${day}"` : `"${day}${between}${hour}:${minute}:${second}"`;
      },
    );
  }

  test.each(FORMATS)('%s gives the same records', async (_, date) => {
    const known = idsOf(await read(EVERYTHING));
    for (const between of [';', ', ', '']) {
      const statement = await read(rewrite(EVERYTHING, date, between));
      expect(statement.problems).toEqual([]);
      expect(idsOf(statement)).toEqual(known);
    }
  });

  test('rows wait until a date tells whether month or day stands first', async () => {
    const early = element('Trade', {
      ...BUY,
      dateTime: '05/03/2024;101500',
      tradeDate: '05/03/2024',
      reportDate: '',
      settleDateTarget: '',
    });
    const telling = { fromDate: '', toDate: '', whenGenerated: '' };
    const late = (reportDate: string): string =>
      element('CashTransaction', { ...DIVIDEND, dateTime: '', settleDate: '', reportDate });
    const dayFirst = await readSections({ Trades: [early], CashTransactions: [late('16/05/2024')] }, telling);
    expect(dayFirst.transactions).toMatchObject([{ tradeDate: '2024-03-05' }]);
    const monthFirst = await readSections(
      { Trades: [early], CashTransactions: [late('05/16/2024')] },
      telling,
    );
    expect(monthFirst.transactions).toMatchObject([{ tradeDate: '2024-05-03' }]);
    expect([...dayFirst.problems, ...monthFirst.problems]).toEqual([]);
  });

  test('a period tells where it would end before it begins', async () => {
    const row = element('CashTransaction', {
      ...DIVIDEND,
      dateTime: '',
      settleDate: '',
      reportDate: '02/03/2024',
    });
    const { dividends, period, problems } = await readSections(
      { CashTransactions: [row] },
      { fromDate: '09/02/2024', toDate: '05/03/2024', whenGenerated: '' },
    );
    expect(problems).toEqual([]);
    expect(period).toEqual({ from: '2024-02-09', to: '2024-03-05' });
    expect(dividends).toMatchObject([{ date: '2024-03-02' }]);
  });

  test('dates that nothing tells apart are refused, unless day and month are the same', async () => {
    const head = { fromDate: '', toDate: '', whenGenerated: '' };
    const row = (reportDate: string, transactionID: string): string =>
      element('CashTransaction', { ...DIVIDEND, dateTime: '', settleDate: '', reportDate, transactionID });
    const { dividends, unclassified, problems } = await readSections(
      { CashTransactions: [row('03/05/2024', '1'), row('05/05/2024', '2')] },
      head,
    );
    expect(dividends).toMatchObject([{ date: '2024-05-05' }]);
    expect(unclassified).toMatchObject([{ rows: [1] }]);
    expect(problems).toMatchObject([
      {
        code: 'ROW_MALFORMED',
        place: { rows: [1], column: 'reportDate' },
        remedy: expect.stringContaining('yyyy-MM-dd'),
      },
    ]);
  });
});
