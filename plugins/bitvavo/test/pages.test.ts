import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page, TransactionDraft } from '@bourse/sdk';
import { json } from '@bourse/sdk/emulator';
import type { MockHost } from '@bourse/sdk/testing';
import type { BitvavoBooking } from '../emulator/index.js';
import { emulator } from '../emulator/index.js';
import type { Running } from '../emulator/testing/signed-client.js';
import { startHost } from './through-emulator.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
let running: Running;
let host: MockHost;

beforeEach(async () => {
  running = await emulator.start({ clock: () => NOW });
  host = startHost(running);
});

afterEach(async () => {
  await host.deactivate();
  running.journal.expectClean();
  await running.close();
});

const purchase = (index: number, time = NOW - 60_000 * (index + 1)): BitvavoBooking => ({
  id: `trade-${index}`,
  time,
  type: 'buy',
  symbol: 'BTC',
  change: '0.01',
  quote: { symbol: 'EUR', price: '60000', change: '-601.5' },
  fee: { symbol: 'EUR', amount: '1.5' },
});
const pageOf = (item: unknown) => json({ items: [item], currentPage: 1, totalPages: 1, maxItems: 100 });
const idsOf = (records: readonly TransactionDraft[]) => records.map(({ source }) => source.recordId);

test('all pages are read, the last one too', async () => {
  running.scenario.bookings = Array.from({ length: 250 }, (_, index) => purchase(index)).reverse();
  const trades = await host.list('transaction', 'listTransactions');
  expect(new Set(idsOf(trades)).size).toBe(250);
  expect(running.journal.of('GET /v2/account/history')).toHaveLength(3);
});

test('bookings of one instant are all read where a page ends among them', async () => {
  running.scenario.bookings = Array.from({ length: 250 }, (_, index) => purchase(index, NOW - 60_000));
  const trades = await host.list('transaction', 'listTransactions');
  expect([trades.length, new Set(idsOf(trades)).size]).toEqual([250, 250]);
  running.scenario.bookings = Array.from({ length: 250 }, (_, index) => ({
    ...{ id: `deposit-${index}`, time: NOW - 60_000, type: index % 2 === 0 ? 'deposit' : 'withdrawal' },
    ...{ symbol: index % 5 === 0 ? 'BTC' : 'EUR', change: index % 2 === 0 ? '2' : '-1' },
  }));
  const movements = await host.list('cash', 'listCashMovements');
  const transfers = await host.list('cash', 'listTransfers');
  const ids = new Set([...movements, ...transfers].map(({ source }) => source.recordId));
  expect([movements.length, transfers.length, ids.size]).toEqual([200, 50, 250]);
});

test('a full last page has no page behind it, an empty account none at all', async () => {
  running.scenario.bookings = Array.from({ length: 100 }, (_, index) => purchase(index)).reverse();
  expect(await host.list('transaction', 'listTransactions')).toHaveLength(100);
  running.scenario.bookings = [];
  expect(await host.list('transaction', 'listTransactions')).toEqual([]);
  expect(running.journal.of('GET /v2/account/history')).toHaveLength(2);
});

test('a booking that comes while pages are read pushes none off its page', async () => {
  running.scenario.bookings = Array.from({ length: 150 }, (_, index) => purchase(index)).reverse();
  const first = (await host.call('transaction', 'listTransactions')) as Page<TransactionDraft>;
  running.scenario.bookings.push(purchase(999, NOW + 1));
  const { cursor } = first;
  const second = (await host.call('transaction', 'listTransactions', { cursor })) as Page<TransactionDraft>;
  const all = [...idsOf(first.items), ...idsOf(second.items)];
  expect([all.length, new Set(all).size]).toEqual([150, 150]);
});

test('a page that comes twice is refused and may be asked for again', async () => {
  running.scenario.bookings = Array.from({ length: 150 }, (_, index) => purchase(index)).reverse();
  const { cursor } = (await host.call('transaction', 'listTransactions')) as Page<TransactionDraft>;
  running.faults.inject({ kind: 'repeatAnswer' });
  const again = host.call('transaction', 'listTransactions', { cursor });
  await expect(again).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE', retry: 'safe' });
});

describe('days', () => {
  beforeEach(() => {
    const times = ['2026-05-31T21:59:59.999Z', '2026-05-31T22:00:00Z', '2026-06-01T21:59:59.999Z'];
    running.scenario.bookings = [...times, '2026-06-01T22:00:00Z'].map((time, index) =>
      purchase(index, Date.parse(time)),
    );
  });

  test('are those of the zone, both ends in it', async () => {
    const trades = await host.list('transaction', 'listTransactions', {
      since: '2026-06-01',
      until: '2026-06-01',
    });
    expect(idsOf(trades)).toEqual(['trade-2', 'trade-1']);
  });

  test('to come have no bookings, and nothing is asked', async () => {
    expect(await host.list('transaction', 'listTransactions', { since: '2027-01-01' })).toEqual([]);
    expect(running.journal.entries).toEqual([]);
  });
});

describe('what is not understood is told of', () => {
  const page = (method: string) => host.call('cash', method) as Promise<Page<unknown>>;

  test('once, with its text and the reason', async () => {
    running.scenario.bookings = [
      { id: 'x', time: NOW - 1, type: 'lottery', symbol: 'EUR', change: '5' },
      { id: 'y', time: NOW - 2, type: 'deposit', symbol: 'EUR', change: '5' },
    ];
    const movements = await page('listCashMovements');
    expect(movements.items).toHaveLength(1);
    expect(movements.unclassified).toMatchObject([
      { text: expect.stringContaining('"lottery"'), reason: 'This type of booking is not known.' },
    ]);
    expect((await page('listTransfers')).unclassified).toBeUndefined();
  });

  test.each([
    [{ type: 'buy', sentCurrency: 'EUR', sentAmount: '5' }, 'The booking names no amount.'],
    [
      { type: 'deposit', sentCurrency: 'EUR', sentAmount: '5', receivedCurrency: 'BTC', receivedAmount: '1' },
      'A "deposit" cannot both send and receive.',
    ],
    [{ type: 'deposit', receivedCurrency: 'EUR', receivedAmount: '-5' }, 'The amount was "-5".'],
    [{ type: 'deposit', receivedCurrency: 'EUR', receivedAmount: '1,5' }, '"1,5" is no amount.'],
    [
      { type: 'deposit', receivedCurrency: 'EUR', receivedAmount: '5', executedAt: '2026-06-01 10:00' },
      'The time of the booking cannot be read.',
    ],
  ])('%j', async (changes, reason) => {
    const item = { transactionId: 'x', executedAt: '2026-06-01T10:00:00.000Z', address: '', ...changes };
    running.faults.inject({ kind: 'answer', answer: pageOf(item) });
    const [service, method] =
      changes.type === 'buy'
        ? (['transaction', 'listTransactions'] as const)
        : (['cash', 'listCashMovements'] as const);
    expect(await host.call(service, method)).toMatchObject({ items: [], unclassified: [{ reason }] });
  });

  test('an amount that is a number breaks the answer as a whole', async () => {
    const item = { type: 'deposit', receivedCurrency: 'EUR', receivedAmount: 5 };
    running.faults.inject({ kind: 'answer', answer: pageOf(item) });
    await expect(page('listCashMovements')).rejects.toMatchObject({
      code: 'MALFORMED_RESPONSE',
      place: { path: 'items.receivedAmount' },
    });
  });
});

test('a withdrawal that was canceled comes back as a reversal', async () => {
  running.scenario.bookings = [
    { id: 'w', time: NOW - 2, type: 'withdrawal', symbol: 'EUR', change: '-100' },
    { id: 'c', time: NOW - 1, type: 'withdrawal_cancelled', symbol: 'EUR', change: '100' },
  ];
  expect(await host.list('cash', 'listCashMovements')).toMatchObject([
    { type: 'WITHDRAWAL', status: 'REVERSAL', money: { amount: '100' } },
    { type: 'WITHDRAWAL', status: 'BOOKED', money: { amount: '-100' } },
  ]);
});
