import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { CashMovementDraft, ListQuery, TransactionDraft, TransferDraft } from '@bourse/sdk';
import type { MockHost } from '@bourse/sdk/testing';
import Big from 'big.js';
import { emulator } from '../emulator/index.js';
import type { Running } from '../emulator/testing/signed-client.js';
import { startHost } from './through-emulator.js';

const FORMAT = 'bitvavo-history-csv';
const KINDS = ['transactions', 'cashMovements', 'transfers'] as const;

let running: Running;
let host: MockHost;
let csv: string;

beforeEach(async () => {
  running = await emulator.start({ clock: () => Date.parse('2026-11-20T12:00:00Z') });
  host = startHost(running);
  csv = await readFile(new URL('../demo/bitvavo-history.csv', import.meta.url), 'utf8');
});

afterEach(async () => {
  await host.deactivate();
  running.journal.expectClean();
  await running.close();
});

interface Lists {
  readonly transactions: TransactionDraft[];
  readonly cashMovements: CashMovementDraft[];
  readonly transfers: TransferDraft[];
}

async function pull(query: ListQuery = {}): Promise<Lists> {
  return {
    transactions: await host.list('transaction', 'listTransactions', query),
    cashMovements: await host.list('cash', 'listCashMovements', query),
    transfers: await host.list('cash', 'listTransfers', query),
  };
}

type Told = Awaited<ReturnType<MockHost['readStatement']>>;

/** What a record says, apart from where it was read: amounts as numbers that compare, no texts for people. */
function contentOf(told: Told): unknown[] {
  const compare = (_: string, value: unknown): unknown =>
    typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? new Big(value).toFixed() : value;
  return KINDS.flatMap((kind) =>
    told[kind].map(({ source: { recordId }, raw: _, ...record }) => ({ recordId, ...record })),
  )
    .map((record): { id: string } => JSON.parse(JSON.stringify(record, compare)))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

describe('the exported file and the API tell one story', () => {
  test('record by record: the same ids, fingerprints, days, instants and numbers', async () => {
    const file = await host.readStatement(FORMAT, csv);
    const api = await host.assemble('api', [{ ...(await pull()), rowsTotal: 0 }]);
    expect(contentOf(api)).toEqual(contentOf(file));
    expect(contentOf(api)).toHaveLength(22 + 13 + 17);
    expect(api.problems).toEqual([]);
  });

  test.each(['file first', 'API first'])('together they are single records: %s', async (order) => {
    const rows = (await Array.fromAsync(host.readParts(FORMAT, csv))) as { rowsTotal?: number }[];
    const answers = [await pull()];
    const parts = order === 'file first' ? [...rows, ...answers] : [...answers, ...rows];
    const rowsTotal = rows.find((part) => part.rowsTotal !== undefined)?.rowsTotal;
    const both = await host.assemble(FORMAT, [...parts, { rowsTotal }]);
    expect(KINDS.map((kind) => both[kind].length)).toEqual([22, 13, 17]);
  });

  test('also around midnight, in summer and in winter, and in the hour that comes twice', async () => {
    const times = ['2026-05-31T22:30:00.250Z', '2026-01-31T23:15:00Z', '2025-10-26T00:30:00Z'];
    const first = running.scenario.bookings[0];
    running.scenario.bookings = times.map((time, index) => ({
      ...{ type: 'deposit', symbol: 'EUR', change: '10', ...first },
      id: `midnight-${index}`,
      time: Date.parse(time),
    }));
    const header = csv.split('\n')[0] ?? '';
    const line = (date: string, time: string, index: number): string =>
      `Europe/Amsterdam,${date},${time},deposit,EUR,500,,,,,EUR,0,Completed,midnight-${index},NL41***07`;
    const text = [
      header,
      line('2026-06-01', '00:30:00.250', 0),
      line('2026-02-01', '00:15:00', 1),
      line('2025-10-26', '02:30:00', 2),
    ].join('\n');
    const file = await host.readStatement(FORMAT, text);
    const api = await host.assemble('api', [{ ...(await pull()), rowsTotal: 0 }]);
    const days = ({ cashMovements }: Told): unknown[] =>
      cashMovements.map(({ id, date, fingerprint }) => ({ id, date, fingerprint }));
    expect(days(api)).toEqual(days(file));
    expect(api.cashMovements.map(({ bookedAt }) => bookedAt)).toEqual(times);
  });

  test('a user in another zone says so, and has the days of the file', async () => {
    const lisbon = startHost(running, { timeZone: 'Europe/Lisbon' });
    const [first] = running.scenario.bookings;
    if (first === undefined) throw new Error('There are no bookings.');
    running.scenario.bookings = [{ ...first, time: Date.parse('2026-05-31T22:30:00Z') }];
    expect(await lisbon.list('cash', 'listCashMovements')).toMatchObject([{ date: '2026-05-31' }]);
    expect(await host.list('cash', 'listCashMovements')).toMatchObject([{ date: '2026-06-01' }]);
    await lisbon.deactivate();
    const nowhere = startHost(running, { timeZone: 'Europe/Atlantis' });
    await expect(nowhere.activate()).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await nowhere.deactivate();
  });
});

test('all records together are the cash and the positions of the account', async () => {
  const { transactions, cashMovements, transfers } = await pull();
  const totals = new Map<string, Big>();
  const add = (symbol = '', amount: Big | string): void =>
    void totals.set(symbol, new Big(amount).plus(totals.get(symbol) ?? 0));
  for (const { side, quantity, instrument, netAmount } of transactions) {
    add(instrument.symbol, new Big(quantity).times(side === 'BUY' ? 1 : -1));
    add(netAmount.currency, netAmount.amount);
  }
  for (const { money } of cashMovements) add(money.currency, money.amount);
  for (const { instrument, quantity } of transfers) add(instrument.symbol, quantity);
  const [account] = await host.list('account', 'listAccounts');
  const positions = await host.list('portfolio', 'listPositions');
  const held = [
    ...(account?.cash ?? []).map(({ currency, amount }) => [currency, amount]),
    ...positions.map(({ instrument, quantity }) => [instrument.symbol, quantity]),
  ];
  expect(Object.fromEntries(held)).toEqual(
    Object.fromEntries([...totals].map(([symbol, total]) => [symbol, total.toFixed()])),
  );
  expect(account).toMatchObject({ id: 'default', baseCurrency: 'EUR', asOf: '2026-11-20T12:00:00.000Z' });
});

test('positions hold what orders block and what is staked, at the price of now', async () => {
  const positions = await host.list('portfolio', 'listPositions');
  const before = positions.find(({ instrument }) => instrument.symbol === 'BTC');
  running.scenario.openOrders = [];
  running.scenario.staked = {};
  expect(await host.list('portfolio', 'listPositions')).toEqual(positions);
  expect(before).toMatchObject({ marketPrice: '81240', currency: 'EUR', derived: ['marketValue'] });
  expect(new Big(before?.quantity ?? 0).times(81240).eq(before?.marketValue ?? 0)).toBe(true);
});
