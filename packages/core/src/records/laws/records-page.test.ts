import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { DividendDraftSchema, PositionDraftSchema, TransactionDraftSchema } from '../../interfaces/index.js';
import { findDividendConflicts } from './dividend-law.js';
import { findTransactionConflicts } from './transaction-law.js';

const PAGE = readFileSync(new URL('../../../../../docs/records.md', import.meta.url), 'utf8');

/** A record of docs/records.md. */
function shown(title: string): unknown {
  const [, text = ''] = new RegExp(`^\`\`\`json title=${title}\n([^]*?)^\`\`\`$`, 'm').exec(PAGE) ?? [];
  return JSON.parse(text);
}

test('the trade in dollars keeps its law, and would break it with its charges in dollars', () => {
  const trade = TransactionDraftSchema.parse(shown('transaction'));
  expect(findTransactionConflicts(trade)).toEqual([]);
  const charges = trade.charges.map((charge) =>
    'money' in charge ? { ...charge, money: { ...charge.money, currency: 'USD' } } : charge,
  );
  expect(findTransactionConflicts({ ...trade, charges })).toHaveLength(1);
});

test('so does the dividend', () => {
  expect(findDividendConflicts(DividendDraftSchema.parse(shown('dividend')))).toEqual([]);
});

test('so do trades of coins, for money or for each other, and a position needs no amount', () => {
  const swap = TransactionDraftSchema.array().parse(shown('crypto-swap'));
  for (const trade of [TransactionDraftSchema.parse(shown('crypto-purchase')), ...swap])
    expect(findTransactionConflicts(trade)).toEqual([]);
  expect(PositionDraftSchema.parse(shown('crypto-position'))).not.toHaveProperty('marketValue');
});
