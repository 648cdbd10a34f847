import { expect, test } from '@jest/globals';
import { buildCells, LAYOUT } from '../../../test/build-row.js';
import { joinContinuations } from './logical-rows.js';

const EMPTY = buildCells().map(() => '');

function continuation(cells: Readonly<Record<number, string>>): string[] {
  return EMPTY.map((cell, index) => cells[index] ?? cell);
}

async function* rowsOf(...rows: readonly (readonly string[])[]) {
  for (const [index, cells] of rows.entries()) yield { ordinal: index + 1, line: index + 2, cells };
}

function join(...rows: readonly (readonly string[])[]) {
  return Array.fromAsync(joinContinuations(rowsOf(...rows), LAYOUT));
}

test('an order id goes on in the line below', async () => {
  const rows = await join(
    buildCells({ orderId: '5925d76b-eb36-46e3-' }),
    continuation({ 11: 'b017-a61a6d03c3e7' }),
    buildCells(),
  );
  expect(rows.map(({ ordinal, lines, cells }) => [ordinal, lines, cells[11]])).toEqual([
    [1, [2, 3], '5925d76b-eb36-46e3-b017-a61a6d03c3e7'],
    [2, [4], ''],
  ]);
});

test('a description is broken between words', async () => {
  const [row] = await join(
    buildCells({ description: 'Sell 5 ACME Inc@213 USD', orderId: '5092d5ff-ae52-4620-' }),
    continuation({ 5: '(US4109971048)', 11: '8bd1-d715b7897812' }),
  );
  expect(row?.cells[5]).toBe('Sell 5 ACME Inc@213 USD (US4109971048)');
  expect(row?.cells[11]).toBe('5092d5ff-ae52-4620-8bd1-d715b7897812');
});

test('a row with an amount is no continuation', async () => {
  const rows = await join(buildCells(), continuation({ 5: 'text', 8: '1,00' }));
  expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
});

test('a continuation of nothing is a row of its own', async () => {
  const rows = await join(continuation({ 11: 'b017-a61a6d03c3e7' }), buildCells());
  expect(rows.map(({ lines }) => lines)).toEqual([[2], [3]]);
});
