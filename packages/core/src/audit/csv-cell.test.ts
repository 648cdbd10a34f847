import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvCell } from './csv-cell.js';

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  [' =1', "' =1"],
  ['GET;=1+1', "GET;'=1+1"],
  ['a|-1', "a|'-1"],
  ['a\t+1', "a\t'+1"],
  ['\t=1', "'\t'=1"],
  ['a,=1', `"a,'=1"`],
  ['\r\n=1', `"'\r\n'=1"`],
])('%j becomes no formula', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test.each([
  ['/v1/a-b=c@d+e', '/v1/a-b=c@d+e'],
  ['say "a,b"', '"say ""a,b"""'],
  [-5, '-5'],
  [['read', 'trade'], 'read trade'],
  [undefined, ''],
])('%j stays what it is', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('no part of a cell begins a formula, whatever a program takes for the end of a cell', () => {
  const parts = fc.constantFrom('a', '=', '+', '-', '@', ';', ',', '|', '\t', '\r', '\n', '"', "'", ' ');
  fc.assert(
    fc.property(fc.array(parts), (text) => {
      for (const part of csvCell(text.join('')).split(/[,;|\t\r\n"]/))
        expect(part).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});
