import { describe, expect, test } from '@jest/globals';
import type { TransactionDraft } from '@bourse/sdk';
import { LISTINGS } from '../world/listings.js';
import { AccountBook } from './account-book.js';

const [listing] = LISTINGS;

function trade(side: 'BUY' | 'SELL', quantity: string, net: string): TransactionDraft {
  return {
    accountId: 'A',
    source: {},
    status: 'BOOKED',
    instrument: { kind: 'ETF', name: 'Aurelia', symbol: 'AURW', currency: 'EUR' },
    side,
    quantity,
    currency: 'EUR',
    grossAmount: '0',
    charges: [],
    netAmount: { amount: net, currency: 'EUR' },
    tradeDate: '2024-01-02',
  };
}

describe('the account book', () => {
  test('keeps what was paid, and lets sales take their share of it', () => {
    if (listing === undefined) throw new Error('there are no listings');
    const book = new AccountBook('A');
    book.addTrade(listing, trade('BUY', '10', '-102'));
    book.addTrade(listing, trade('SELL', '3', '40'));
    expect(book.holdings.map(({ quantity, cost }) => [quantity.toFixed(), cost.toFixed(2)])).toEqual([
      ['7', '71.40'],
    ]);
    expect(book.cashOf('EUR').toFixed()).toBe('-62');
    book.addTrade(listing, trade('SELL', '7', '60'));
    expect(book.holdings).toEqual([]);
  });

  test('counts ids by kind and day', () => {
    const book = new AccountBook('A');
    const ids = [
      book.nextId('T', '2024-01-02'),
      book.nextId('T', '2024-01-02'),
      book.nextId('C', '2024-01-02'),
    ];
    expect([...ids, book.nextId('T', '2024-01-03')]).toEqual([
      'T-20240102-1',
      'T-20240102-2',
      'C-20240102-1',
      'T-20240103-1',
    ]);
  });
});
