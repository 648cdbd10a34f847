import { describe, expect, test } from '@jest/globals';
import { importFile, ledgerOf, TestFolder, type AcmeFile } from '../../test/acme.js';
import { buy, position, stock } from '../../test/drafts.js';

const acme = stock('ACM');

const booking = (price: string, more: Partial<AcmeFile> = {}): AcmeFile => ({
  transactions: [
    buy(acme, {
      quantity: '1',
      price,
      tradeDate: '2024-03-01',
      source: { section: 'Trades', recordId: '77', rows: [1] },
    }),
  ],
  ...more,
});

test('what an API says of a booking is taken before a file without a date, in either order', async () => {
  for (const files of [
    [booking('5'), booking('6', { channel: 'API' })],
    [booking('6', { channel: 'API' }), booking('5')],
  ]) {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, ...files);
    expect([...ledger.records('TRANSACTION')].map(({ record }) => record.grossAmount)).toEqual(['6']);
  }
});

test('a file that says otherwise than the institution itself brings nothing new: nothing changes', async () => {
  using folder = new TestFolder();
  const told = booking('5', { channel: 'API' });
  using ledger = await ledgerOf(folder, told);
  const grossIn = () => [...ledger.records('TRANSACTION')].map(({ record }) => record.grossAmount);
  expect(await importFile(ledger, booking('6'))).toMatchObject({ new: 0, revised: 0, known: 1 });
  expect(grossIn()).toEqual(['5']);
  ledger.undoImport(1);
  expect(grossIn()).toEqual(['6']);
  expect(await importFile(ledger, told)).toMatchObject({ new: 0, revised: 1, known: 0 });
});

test('what is held again is the current position, whatever was held in between', async () => {
  using folder = new TestFolder();
  const held = (quantity: string, time: string): AcmeFile => ({
    channel: 'API',
    positions: [position(acme, { quantity, asOf: `2024-03-01T${time}:00Z` })],
  });
  using ledger = await ledgerOf(folder, held('10', '09:00'));
  expect(await importFile(ledger, held('10', '09:30'))).toMatchObject({ new: 0, revised: 0, known: 1 });
  for (const [quantity, time] of [
    ['12', '10:00'],
    ['10', '11:00'],
  ] as const) {
    expect(await importFile(ledger, held(quantity, time))).toMatchObject({ new: 0, revised: 1 });
    expect([...ledger.records('POSITION')].map(({ record }) => record.quantity)).toEqual([quantity]);
  }
});

describe('a file that tells of fewer charges of a fill', () => {
  /** A purchase and its charges, each of which stands in a row of its own. */
  const charged = (charges: readonly string[], more: Partial<AcmeFile> = {}): AcmeFile => ({
    transactions: [
      buy(acme, {
        quantity: '1',
        price: '5',
        tradeDate: '2024-03-01',
        charges: charges.map((amount) => ({ kind: 'COMMISSION', money: { amount, currency: 'EUR' } })),
        netAmount: {
          amount: `${-5 - charges.map(Number).reduce((sum, next) => sum + next, 0)}`,
          currency: 'EUR',
        },
        source: { section: 'Trades', recordId: '77', rows: [1, ...charges.map((_, index) => index + 2)] },
      }),
    ],
    ...more,
  });
  const chargesAfter = async (...files: readonly AcmeFile[]): Promise<number[]> => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, ...files);
    return [...ledger.records('TRANSACTION')].map(({ record }) => record.charges.length);
  };
  const MADE = { generatedAt: '2024-04-01T00:00:00Z' };

  test('takes none away where it does not say that it is newer: it may lack their rows', async () => {
    expect(await chargesAfter(charged(['1', '2']), charged(['1']))).toEqual([2]);
    expect(await chargesAfter(charged(['1']), charged(['1', '2']))).toEqual([2]);
    expect(await chargesAfter(charged(['1', '2'], MADE), charged(['1']))).toEqual([2]);
    expect(await chargesAfter(charged(['1', '2'], MADE), charged(['1'], MADE))).toEqual([2]);
  });

  test('is right where it was made later, and so is one of as many rows that comes later', async () => {
    expect(await chargesAfter(charged(['1', '2']), charged(['1'], MADE))).toEqual([1]);
    expect(await chargesAfter(charged(['1'], MADE), charged(['1', '2']))).toEqual([1]);
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, charged(['2']), charged(['1']));
    expect([...ledger.records('TRANSACTION')].map(({ record }) => record.netAmount.amount)).toEqual(['-6']);
  });
});
