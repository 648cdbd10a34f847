import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { BUY, DIVIDEND, element, file, read, readSections, statement } from '../../fixtures/document.js';

const EVERYTHING = readFileSync(new URL('../../fixtures/every-section.xml', import.meta.url), 'utf8');

describe('damage', () => {
  test('a broken element costs its own row', async () => {
    const good = element('Trade', BUY);
    const { transactions, unclassified, problems, rowsTotal } = await readSections({
      Trades: [good, '<Trade currency="USD" quantity="1"', element('Trade', { ...BUY, transactionID: '2' })],
    });
    expect(rowsTotal).toBe(3);
    expect(transactions.map(({ source }) => source.rows)).toEqual([[1], [3]]);
    expect(unclassified).toMatchObject([{ rows: [2] }]);
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { rows: [2], lines: [6] } }]);
  });

  test('a file that breaks off gives what it holds, and says so', async () => {
    const whole = file(
      statement({ Trades: [element('Trade', BUY), element('Trade', { ...BUY, transactionID: '2' })] }),
    );
    const { transactions, accounts, problems } = await read(whole.slice(0, whole.lastIndexOf('netCash')));
    expect(transactions).toHaveLength(1);
    expect(accounts).toHaveLength(1);
    expect(problems.map(({ code, place }) => [code, place?.rows])).toEqual([
      ['ROW_MALFORMED', [2]],
      ['ROW_MALFORMED', undefined],
    ]);
  });

  test('a bad value costs its own row and is named', async () => {
    const { transactions, unclassified, problems } = await readSections({
      Trades: [
        element('Trade', { ...BUY, quantity: 'many' }),
        element('Trade', { ...BUY, currency: 'XXX', transactionID: '2' }),
        element('Trade', { ...BUY, buySell: 'SELL', transactionID: '3' }),
        element('Trade', { ...BUY, tradeDate: '20240230', transactionID: '4' }),
        element('Trade', { ...BUY, quantity: '', transactionID: '5' }),
        element('Trade', { ...BUY, transactionID: '6' }),
      ],
    });
    expect(transactions).toMatchObject([{ source: { rows: [6] } }]);
    expect(unclassified.flatMap(({ rows }) => rows)).toEqual([1, 2, 3, 4, 5]);
    expect(problems.map(({ place }) => [place?.rows, place?.column])).toEqual([
      [[1], 'quantity'],
      [[2], 'currency'],
      [[3], 'quantity'],
      [[4], 'tradeDate'],
      [[5], 'quantity'],
    ]);
    expect(problems.every(({ remedy, place }) => remedy !== undefined && place?.lines !== undefined)).toBe(
      true,
    );
  });

  test('a number of statements that is not the announced one is reported', async () => {
    const { problems } = await read(file(statement({})).replace('count="1"', 'count="2"'));
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { column: 'count' } }]);
    const none = await read(
      '<FlexQueryResponse><FlexStatements count="0"></FlexStatements></FlexQueryResponse>',
    );
    expect(none).toMatchObject({ rowsTotal: 0, problems: [{ code: 'ROW_MALFORMED' }] });
  });

  test('attributes of an element that holds others are reported', async () => {
    const { problems, rowsTotal } = await readSections({
      Trades: [element('Trade', BUY).replace(' />', '>'), element('Lot', {}), '</Trade>'],
    });
    expect([rowsTotal, problems.map(({ code }) => code)]).toEqual([0, ['ROW_MALFORMED']]);
  });

  test('what a statement says wrongly of itself is left out and reported', async () => {
    const { accounts, problems } = await readSections(
      { Trades: [] },
      { toDate: '20231231', whenGenerated: 'soon' },
    );
    expect(accounts[0]).not.toHaveProperty('period');
    expect(problems.map(({ place }) => place?.column)).toEqual(['toDate', 'whenGenerated']);
  });

  test('texts that are too long are cut off', async () => {
    const long = 'ü'.repeat(6000);
    const { transactions, cashMovements, problems } = await readSections({
      Trades: [element('Trade', { ...BUY, description: long, ibExecID: long, [`a${long}`]: 'x' })],
      CashTransactions: [
        element('CashTransaction', { ...DIVIDEND, type: 'Deposits/Withdrawals', description: long }),
      ],
    });
    expect(problems).toEqual([]);
    expect(transactions[0]?.instrument.name).toHaveLength(512);
    expect(transactions[0]).not.toHaveProperty('executionId');
    expect(cashMovements[0]?.description).toHaveLength(4096);
  });

  test('every row stays accounted for, whatever one of them says, and no other row is lost', async () => {
    const lines = EVERYTHING.split('\n');
    const values = [
      '',
      'abc',
      '-0',
      '1E-17',
      '9'.repeat(45),
      '0'.repeat(60),
      '99/99/9999',
      '-1',
      '😀',
      '&amp;&lt;',
    ];
    const rows = lines.flatMap((line, index) => (line.endsWith('/>') ? [index] : []));
    const { transactions } = await read(EVERYTHING);
    for (const turn of values.keys()) {
      let damagedTrades = 0;
      const text = lines.map((line, index) => {
        const row = rows.indexOf(index);
        if (row === -1 || row % values.length !== turn) return line;
        if (line.includes('<Trade ')) damagedTrades += 1;
        const value = values[Math.floor(row / values.length + turn) % values.length] ?? '';
        return line.replace(/="[^"]*"/g, `="${value}"`);
      });
      const { problems, rowsTotal, transactions: kept } = await read(text.join('\n'));
      expect(rowsTotal).toBe(rows.length);
      expect(problems.filter(({ code }) => code === 'ROWS_UNACCOUNTED')).toEqual([]);
      expect(kept.length).toBeGreaterThanOrEqual(transactions.length - damagedTrades);
    }
  });

  test('what was read of a file with something behind its end stays', async () => {
    const { problems, transactions } = await read(
      `${file(statement({ Trades: [element('Trade', BUY)] }))}<html><body /></html>`,
    );
    expect(transactions).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toContain('ROW_MALFORMED');
  });

  test('a document of faults is given up', async () => {
    const faults = '</nothing>\n'.repeat(300);
    const { problems, transactions } = await readSections({
      Trades: [element('Trade', BUY), faults, element('Trade', { ...BUY, transactionID: '2' })],
    });
    expect(transactions.map(({ source }) => source.rows)).toEqual([[1], [2]]);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toContain('more than 100 faults');
  });
});
