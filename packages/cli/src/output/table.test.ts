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
