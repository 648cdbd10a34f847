import { expect, test } from '@jest/globals';
import type { Portfolio, PositionView } from '@bourse/portfolio';
import { allocationLines } from './allocation-lines.js';

const PLAIN = { style: (_: string, text: string) => text, width: undefined };

function position(institution: string, name: string, value: string): PositionView {
  return {
    institution,
    accountId: 'A1',
    key: name,
    instrument: { kind: 'EQUITY', name, symbol: name },
    quantity: '1',
    base: { value },
  };
}

function cash(institution: string, currency: string, amount: string) {
  return { institution, accountId: 'A1', currency, amount };
}

function portfolio(
  positions: readonly PositionView[],
  cashParts: readonly ReturnType<typeof cash>[] = [],
): Portfolio {
  const figures = { value: '0', cost: '0', unrealized: '0', realized: '0', cash: '0', wealth: '0' };
  return {
    asOf: '2024-01-01',
    method: 'AVERAGE',
    positions,
    instruments: [],
    cash: [],
    totals: {
      ...{ value: [], cost: [], unrealized: [], realized: [], cash: [], omitted: [] },
      base: { ...figures, currency: 'EUR', cashParts, omitted: [], rates: [] },
    },
    problems: [],
  };
}

const draw = (...given: Parameters<typeof portfolio>): string[] =>
  allocationLines(portfolio(...given), PLAIN).map((line) => line.replace(/ *[█▏▎▍▌▋▊▉]+$/, ''));

test('cash counts for its broker and shows by currency, and an instrument adds up over brokers', () => {
  expect(
    draw(
      [position('Acme', 'X', '30'), position('Acme', 'Y', '20'), position('Globex', 'X', '10')],
      [cash('Acme', 'EUR', '25'), cash('Globex', 'USD', '15')],
    ),
  ).toEqual([
    'by broker, with its cash    EUR   share',
    'Acme                      75.00  75.0 %',
    'Globex                    25.00  25.0 %',
    '',
    'by instrument',
    'X                         40.00  40.0 %',
    'Y                         20.00  20.0 %',
    'cash                      40.00  40.0 %',
    '',
    'by kind',
    'shares                    60.00  60.0 %',
    'cash in EUR               25.00  25.0 %',
    'cash in USD               15.00  15.0 %',
  ]);
});

test('what is owed is no slice and is told of', () => {
  const lines = draw(
    [position('Acme', 'X', '60'), position('Acme', 'Y', '40')],
    [cash('Acme', 'USD', '-30')],
  );
  expect(lines).toEqual([
    'by instrument    EUR   share',
    'X              60.00  60.0 %',
    'Y              40.00  40.0 %',
    'not in the picture: 30.00 EUR owed',
  ]);
});

test('small instruments share a slice, but one never hides alone', () => {
  const many = (count: number): string[] =>
    draw(Array.from({ length: count }, (_, index) => position('Acme', `I${index}`, String(100 - index))));
  expect(many(9)).toContainEqual(expect.stringMatching(/^I8 /));
  expect(many(10)).toContainEqual(expect.stringMatching(/^2 others +183\.00/));
  expect(many(10).slice(1)).toHaveLength(9);
});

test('a whole of one slice is not drawn', () => {
  expect(draw([position('Acme', 'X', '60')])).toEqual([]);
});
