import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textInChunks } from '../fixtures/chunks.js';
import type { CsvRow } from './csv-row.js';
import { RECORD_MAX_CHARACTERS } from './parse-record.js';
import { readCsv, type CsvOptions } from './read-csv.js';

function read(text: string, options: CsvOptions & { size?: number } = {}): Promise<CsvRow[]> {
  return Array.fromAsync(readCsv(textInChunks(text, options.size), options));
}

async function cellsOf(
  text: string,
  options: CsvOptions & { size?: number } = {},
): Promise<(readonly string[])[]> {
  return (await read(text, options)).map(({ cells }) => cells);
}

test('the header has ordinal 0 and the rows count from 1', async () => {
  expect(await read('a,b\n1,2\n3,4\n')).toEqual([
    { ordinal: 0, line: 1, cells: ['a', 'b'] },
    { ordinal: 1, line: 2, cells: ['1', '2'] },
    { ordinal: 2, line: 3, cells: ['3', '4'] },
  ]);
});

test('a file without a line end at its end is whole', async () => {
  expect(await cellsOf('a,b\n1,2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('an empty file and one of blank lines have no rows', async () => {
  expect(await read('')).toEqual([]);
  expect(await read('\n  \r\n\r')).toEqual([]);
});

test.each([
  [',', 'a,b;c,d\n'],
  [';', 'a;b,c;d\n'],
  ['\t', 'a\tb,c\td\n'],
  ['|', 'a|b,c|d\n'],
  [';', '"x,y,z,w";b;d\n'],
])('the header line tells the delimiter %j', async (delimiter, text) => {
  const [header] = await read(text);
  expect(header?.cells).toHaveLength(3);
  expect(await read(text, { delimiter })).toEqual([header]);
});

test('a given delimiter holds against the header', async () => {
  expect(await cellsOf('a,b,c;d\n', { delimiter: ';' })).toEqual([['a,b,c', 'd']]);
});

test('quotes protect delimiters, doubled quotes and line ends', async () => {
  expect(await cellsOf('a,b\n"x, y","say ""hi"""\n"one\r\ntwo",""\n')).toEqual([
    ['a', 'b'],
    ['x, y', 'say "hi"'],
    ['one\r\ntwo', ''],
  ]);
});

test('a quote inside a cell that is not quoted is itself', async () => {
  expect(await cellsOf('a,b\n5" pipe,2\n')).toEqual([
    ['a', 'b'],
    ['5" pipe', '2'],
  ]);
});

test('lines are counted through mixed line ends, blank lines and line ends in cells', async () => {
  const rows = await read('a,b\r1,2\r\n\n"x\n\r\ny",3\n \n4,5');
  expect(rows.map(({ ordinal, line }) => [ordinal, line])).toEqual([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 8],
  ]);
});

test('rows with too few and too many cells come as they are', async () => {
  expect(await cellsOf('a,b\n1\n1,2,3\n,\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3'], ['', '']]);
});

describe('a row whose quotes are wrong', () => {
  test('ends with its line and leaves the others whole', async () => {
    expect(await read('a,b\n"1,2\n3,4\n"5,6')).toEqual([
      { ordinal: 0, line: 1, cells: ['a', 'b'] },
      { ordinal: 1, line: 2, cells: ['"1', '2'], malformed: 'there is text behind a closing quote' },
      { ordinal: 2, line: 3, cells: ['3', '4'] },
      { ordinal: 3, line: 4, cells: ['"5', '6'], malformed: 'a quote is never closed' },
    ]);
  });

  test('does not wait for the end of a long file', async () => {
    const rows = await read(`a,b\n"1,2\n${'3,4\n'.repeat(RECORD_MAX_CHARACTERS)}`);
    expect(rows).toHaveLength(RECORD_MAX_CHARACTERS + 2);
    expect(rows[1]).toMatchObject({ malformed: 'a quote is never closed', line: 2 });
    expect(rows[2]).toEqual({ ordinal: 2, line: 3, cells: ['3', '4'] });
  });
});

test('a line without end is refused before it fills the memory', async () => {
  await expect(read('x'.repeat(3 * RECORD_MAX_CHARACTERS))).rejects.toMatchObject({
    code: 'UNSUPPORTED_FORMAT',
    place: { lines: [1] },
  });
});

describe('a file with lines above its header', () => {
  const headerTokens = ['Date', 'Amount'];
  const above = 'Transactions\n\n"User, name","a ""b"""\n';

  test('begins with the header, and rows count from 1 behind it', async () => {
    expect(await read(`${above}Date; Amount ;Text, long\n1;2;3\n\n4;5;6`, { headerTokens })).toEqual([
      { ordinal: 0, line: 4, cells: ['Date', ' Amount ', 'Text, long'] },
      { ordinal: 1, line: 5, cells: ['1', '2', '3'] },
      { ordinal: 2, line: 7, cells: ['4', '5', '6'] },
    ]);
  });

  test('has its delimiter from the header, unless one is given', async () => {
    expect(await cellsOf('a,b,c,d,e\nDate;Amount\n1;2,3', { headerTokens })).toEqual([
      ['Date', 'Amount'],
      ['1', '2,3'],
    ]);
    await expect(cellsOf('Date;Amount\n', { headerTokens, delimiter: ',' })).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
    });
  });

  test('reads the same in any chunks, and when it is long', async () => {
    const text = `${above}Date,Amount\n${'1,2\n'.repeat(40_000)}`;
    const rows = await read(text, { headerTokens, size: 1000 });
    expect(rows).toHaveLength(40_001);
    expect(rows.at(-1)).toEqual({ ordinal: 40_000, line: 40_004, cells: ['1', '2'] });
    expect((await read(above + 'Date,Amount\n1,2', { headerTokens, size: 1 })).length).toBe(2);
  });

  test.each([
    ['tokens in two lines', 'Date,a\nAmount,b\n', /first 30 lines has the columns Date, Amount/],
    ['a header behind 30 lines', `${'x\n'.repeat(30)}Date,Amount\n`, /first 30 lines/],
    ['a token inside of a cell', 'Date of it,Amount\n', /first 30 lines/],
    ['nothing', '', /The file is empty/],
  ])('and %s is refused', async (_, text, message) => {
    await expect(read(text, { headerTokens })).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: expect.stringMatching(message),
    });
  });
});

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '1'), maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const write = (rows: string[][], lineEnd: string): string =>
  rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',') + lineEnd).join('');

test('what was written in quotes is read again, whatever the chunks and line ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 9 }),
      async (rows, lineEnd, size) => {
        expect(await cellsOf(write(rows, lineEnd), { delimiter: ',', size })).toEqual(rows);
      },
    ),
  );
});

test('any text gives the same rows in any chunks', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ';'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (content, size) => {
      expect(await read(content, { size })).toEqual(await read(content));
    }),
  );
});
