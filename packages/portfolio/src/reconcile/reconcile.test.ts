import { describe, expect, test } from '@jest/globals';
import type { Account, Position } from '@bourse/core/interfaces';
import { dataOf, type AcmeFile } from '../../test/acme.js';
import { buy, cashMovement, position, sell, stock } from '../../test/drafts.js';
import { reconcile, type Reconciliation, type ReconcileFacts } from '../index.js';

const FILE: AcmeFile = {
  cashMovements: [
    cashMovement({ type: 'DEPOSIT', money: { amount: '100', currency: 'EUR' }, date: '2024-01-01' }),
  ],
  transactions: [buy(stock('AAA'), { quantity: '3', price: '10', tradeDate: '2024-02-01' })],
};
const held = (symbol: string, quantity: string) =>
  ({ ...position(stock(symbol), { quantity, asOf: '2024-03-01' }) }) as unknown as Position;

async function compare(
  file: AcmeFile,
  { cash = '70', positions }: { cash?: string; positions?: readonly Position[] } = {},
  more: Partial<ReconcileFacts> = {},
): Promise<Reconciliation | undefined> {
  const account: Account = { id: 'A1', cash: [{ amount: cash, currency: 'EUR' }], asOf: '2024-03-01' };
  const data = await dataOf({ ...file, accounts: [account] });
  const facts: ReconcileFacts = {
    institution: 'Acme',
    agreedOn: () => undefined,
    unclassifiedRows: 0,
    ...more,
  };
  return reconcile(
    data,
    { accounts: [account], ...(positions === undefined ? {} : { positions }) },
    facts,
  )[0];
}

describe('cash and holdings', () => {
  test('that both sides know alike agree', async () => {
    const found = await compare(FILE, { positions: [held('AAA', '3')] });
    expect(found?.cash).toMatchObject([
      { key: 'EUR', ledger: '70', institution: '70', difference: '0', agrees: true },
    ]);
    expect(found?.positions).toMatchObject([
      { ledger: '3', institution: '3', agrees: true, explanations: [] },
    ]);
  });

  test('are not compared where the institution was not asked', async () => {
    expect(await compare(FILE)).not.toHaveProperty('positions');
  });

  test('that only one side knows differ by all of it', async () => {
    const found = await compare(FILE, { positions: [held('BBB', '2')] });
    expect(
      found?.positions?.map(({ ledger, institution, difference }) => [ledger, institution, difference]),
    ).toEqual([
      ['0', '2', '2'],
      ['3', '0', '-3'],
    ]);
  });

  test('are not what the institution itself reported before', async () => {
    const file = { ...FILE, positions: [position(stock('AAA'), { quantity: '9', asOf: '2024-02-15' })] };
    const found = await compare(file, { positions: [held('AAA', '9')] });
    expect(found?.positions).toMatchObject([{ ledger: '3', institution: '9', difference: '6' }]);
  });
});

describe('a difference', () => {
  const reasons = (found: Reconciliation | undefined) =>
    [...(found?.cash ?? []), ...(found?.positions ?? [])].flatMap(({ explanations }) => explanations);

  test('that is one record exactly names it', async () => {
    const [first] = reasons(await compare(FILE, { cash: '-30' }));
    expect(first).toMatchObject({
      reason: 'ONE_RECORD',
      isMissing: true,
      records: [{ kind: 'CASH_MOVEMENT', date: '2024-01-01', effect: '100' }],
    });
  });

  test('lists the records since both last agreed', async () => {
    const found = await compare(FILE, { cash: '60' }, { agreedOn: () => '2024-01-15' });
    expect(reasons(found)).toMatchObject([
      { reason: 'SINCE', since: '2024-01-15', records: [{ kind: 'TRANSACTION', effect: '-30' }] },
    ]);
    expect(found?.cash[0]?.agreedOn).toBe('2024-01-15');
  });

  test('may come from rows that nobody understood, and from history that is missing', async () => {
    const file = {
      ...FILE,
      transactions: [sell(stock('AAA'), { quantity: '3', price: '10', tradeDate: '2024-02-01' })],
    };
    const found = await compare(file, { cash: '130', positions: [] }, { unclassifiedRows: 2 });
    expect(reasons(found)).toMatchObject([
      { reason: 'ONE_RECORD' },
      { reason: 'HISTORY_MISSING', since: '2024-02-01' },
      { reason: 'UNCLASSIFIED', rows: 2 },
    ]);
  });
});
