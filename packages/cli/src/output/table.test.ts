import { describe, expect, test } from '@jest/globals';
import { createStyle } from './style.js';
import { formatTable } from './table.js';

const plain = createStyle(false);

describe('a table', () => {
  test('aligns text to the left and numbers to the right, totals below a line', () => {
    const table = {
      columns: [{ title: 'name' }, { title: 'amount', align: 'right' as const }],
      rows: [
        ['Acme', '1,000.00'],
        ['Wide Acme', '5.00'],
      ],
      footer: [['total', '1,005.00']],
    };
    expect(formatTable(table, plain)).toEqual([
      'name         amount',
      'Acme       1,000.00',
      'Wide Acme      5.00',
      '───────────────────',
      'total      1,005.00',
    ]);
  });

  test('aligns characters that are two columns wide', () => {
    const table = {
      columns: [{ title: 'name' }, { title: 'x' }],
      rows: [
        ['東京', 'a'],
        ['Acme', 'b'],
      ],
    };
    expect(formatTable(table, plain)).toEqual(['name  x', '東京  a', 'Acme  b']);
  });

  test('takes what is too much from the widest columns that may shrink', () => {
    const table = {
      columns: [{ title: 'name', shrinks: true }, { title: 'isin' }],
      rows: [['A very long name of an instrument', 'XS0000000009']],
    };
    expect(formatTable(table, plain, 30)).toEqual([
      'name              isin',
      'A very long nam…  XS0000000009',
    ]);
  });

  test('leaves out what may leave, the least first, before a column becomes unreadable', () => {
    const table = {
      columns: [
        { title: 'name', shrinks: true },
        { title: 'day', leaves: 1 },
        { title: 'price', leaves: 2 },
      ],
      rows: [['A very long name of an instrument', '2024-03-01', '1.00 EUR']],
    };
    const header = (width: number): string | undefined =>
      formatTable(table, plain, width)[0]?.replaceAll(/ +/g, ' ');
    expect(header(56)).toBe('name day price');
    expect(header(46)).toBe('name day price');
    expect(header(45)).toBe('name price');
    expect(header(33)).toBe('name');
  });

  test('keeps the end of names that end in what tells them apart', () => {
    const columns = [{ title: 'account', shrinks: true, keepsEnd: true }, { title: 'isin' }];
    const rows = [['Acme Securities U1', 'XS0000000009']];
    expect(formatTable({ columns, rows }, plain, 25)).toEqual([
      'account      isin',
      'Acme …es U1  XS0000000009',
    ]);
  });

  test('stays wider than the terminal where nothing may shrink further', () => {
    const table = {
      columns: [{ title: 'name', shrinks: true }, { title: 'isin' }],
      rows: [['A long name', 'XS0000000009']],
    };
    expect(formatTable(table, plain, 5)).toEqual(['name      isin', 'A long …  XS0000000009']);
  });

  test('measures text without its colours', () => {
    const table = {
      columns: [{ title: 'state' }, { title: 'x' }],
      rows: [[{ text: 'ready', meaning: 'good' as const }, 'a']],
    };
    expect(formatTable(table, createStyle(true))[1]).toBe('\u001b[32mready\u001b[39m  a');
  });
});
