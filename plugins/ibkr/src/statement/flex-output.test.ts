import { expect, test } from '@jest/globals';
import { StatementParts, type FeeDraft } from '@bourse/sdk';
import type { Booking } from './booking.js';
import { FlexOutput } from './flex-output.js';

const fee = (row: number): FeeDraft => ({
  accountId: 'U1234567',
  source: { rows: [row] },
  kind: 'OTHER',
  status: 'BOOKED',
  money: { amount: '-1', currency: 'USD' },
  date: '2024-05-16',
  description: 'fee',
});

test('what is booked later is made while it is handed out, and is of the statement in which it was given', () => {
  const parts = new StatementParts();
  const output = new FlexOutput(parts);
  let made = 0;
  const fees = function* (): Generator<Booking> {
    while (made < 1200) yield { fees: [fee((made += 1))] };
  };
  output.beginStatement(2);
  output.bookLater(fees());
  output.beginStatement(3);
  output.book({ fees: [fee(1201)] });
  const madeBefore: number[] = [];
  for (const part of output.handOut()) madeBefore.push(made - (part.fees?.length ?? 0));
  expect(madeBefore).toEqual([0, 500]);
  const [rest] = [...parts.finish({ rowsTotal: 1201 })];
  expect(rest?.fees?.map(({ source }) => source)).toMatchObject({
    0: { rows: [1001], statement: '2' },
    200: { rows: [1201], statement: '3' },
  });
});
