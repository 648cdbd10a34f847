import { describe, expect, test } from '@jest/globals';
import type { CorporateAction, Instrument, Statement, Transaction, Transfer } from '@bourse/core/interfaces';
import { derivePositions } from './derive-positions.js';

const acme: Instrument = { kind: 'EQUITY', name: 'Acme', isin: 'US0378331005' };
const coin: Instrument = { kind: 'CRYPTO', name: 'Coin', symbol: 'COIN' };

const identity = (row: number) => ({
  id: `r${row}`,
  fingerprint: `r${row}`,
  source: { institution: 'Acme', accountId: 'A1', channel: 'STATEMENT' as const, rows: [row] },
  accountId: 'A1',
});

const trade = (row: number, fields: Partial<Transaction>): Transaction => ({
  ...identity(row),
  instrument: acme,
  side: 'BUY',
  quantity: '1',
  currency: 'EUR',
  grossAmount: '1',
  charges: [],
  netAmount: { amount: '-1', currency: 'EUR' },
  tradeDate: '2024-03-01',
  status: 'BOOKED',
  ...fields,
});

const transfer = (row: number, fields: Partial<Transfer>): Transfer => ({
  ...identity(row),
  type: 'TRANSFER_IN',
  status: 'BOOKED',
  instrument: coin,
  quantity: '1',
  charges: [],
  date: '2024-03-01',
  description: '',
  ...fields,
});

function positionsOf(lists: Partial<Statement>) {
  const empty = { transactions: [], transfers: [], corporateActions: [] };
  const statement = { ...empty, ...lists } as unknown as Statement;
  return derivePositions(statement, 'march.csv').map(({ instrument, quantity, problem }) => ({
    name: instrument.name,
    quantity,
    ...(problem === undefined ? {} : { rows: problem.place?.rows }),
  }));
}

describe('positions of a statement', () => {
  test('are what fills, transfers and corporate actions add up to', () => {
    const split: CorporateAction = {
      ...identity(9),
      type: 'SPLIT',
      status: 'BOOKED',
      legs: [{ instrument: acme, quantity: '6' }],
      cash: [],
      date: '2024-03-02',
      description: '',
    };
    const charge = { kind: 'NETWORK' as const, quantity: '0.1', instrument: coin };
    expect(
      positionsOf({
        transactions: [trade(1, { quantity: '3' }), trade(2, { side: 'SELL', tradeDate: '2024-03-04' })],
        transfers: [
          transfer(3, { quantity: '2' }),
          transfer(4, { quantity: '-1', charges: [charge, { ...charge, included: true }] }),
        ],
        corporateActions: [split],
      }),
    ).toEqual([
      { name: 'Acme', quantity: '8' },
      { name: 'Coin', quantity: '0.9' },
    ]);
  });

  test('are told apart by account', () => {
    const other = { ...trade(2, {}), accountId: 'A2' };
    expect(positionsOf({ transactions: [trade(1, {}), other] })).toHaveLength(2);
  });

  test('whose history begins in the middle name the row that shows it', () => {
    const sales = [trade(7, { side: 'SELL', quantity: '2', tradeDate: '2024-03-02' }), trade(8, {})];
    expect(positionsOf({ transactions: sales })).toEqual([{ name: 'Acme', quantity: '-1', rows: [7] }]);
    expect(positionsOf({ transfers: [transfer(5, { quantity: '-1' })] })).toEqual([
      { name: 'Coin', quantity: '-1', rows: [5] },
    ]);
  });

  test('of a day without times count what came in as there before anything went out', () => {
    expect(positionsOf({ transactions: [trade(1, { side: 'SELL' }), trade(2, {})] })).toEqual([
      { name: 'Acme', quantity: '0' },
    ]);
  });

  test('of a day with times go by the times', () => {
    const sold = trade(1, { side: 'SELL', tradedAt: '2024-03-01T09:00:00Z' });
    const bought = trade(2, { tradedAt: '2024-03-01T10:00:00Z' });
    expect(positionsOf({ transactions: [bought, sold] })).toEqual([
      { name: 'Acme', quantity: '0', rows: [1] },
    ]);
  });

  test('may be short where the institution says so, and after a reversal', () => {
    expect(positionsOf({ transactions: [trade(1, { side: 'SELL', effect: 'OPEN' })] })).toEqual([
      { name: 'Acme', quantity: '-1' },
    ]);
    expect(positionsOf({ transactions: [trade(1, { status: 'REVERSAL' })] })).toEqual([
      { name: 'Acme', quantity: '-1' },
    ]);
  });
});
