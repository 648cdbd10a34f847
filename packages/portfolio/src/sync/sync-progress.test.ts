import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { TestFolder } from '../../test/acme.js';
import { buy, cashMovement, dividend, referenceRate, stock } from '../../test/drafts.js';
import { dumpOf } from '../../test/dump.js';
import { FakeConnections, type Answers } from '../../test/fake-connections.js';
import { openLedger, syncConnections } from '../index.js';

const trade = (recordId: string, tradeDate: string) =>
  buy(stock('AAA'), { quantity: '1', price: '10', tradeDate, source: { recordId } });
const TRADES = [trade('1', '2024-01-10'), trade('2', '2024-03-10'), trade('3', '2024-06-10')];
const payment = (date: string) => ({
  ...dividend(stock('BBB', { currency: 'USD' }), { gross: '1', net: '1', date }),
  source: { recordId: date },
});
const transfer = (date: string) => ({
  ...cashMovement({ type: 'DEPOSIT', money: { amount: '1', currency: 'JPY' }, date }),
  source: { recordId: date },
});

/** An institution that tells what was booked since the day that it is asked for, and until today. */
function told(today: string): Answers {
  const from = <Item>(items: readonly Item[], dayOf: (item: Item) => string | undefined, since = '') =>
    items.filter((item) => (dayOf(item) ?? '') >= since && (dayOf(item) ?? '') <= today);
  return {
    accounts: () => [[{ id: 'A1', cash: [{ amount: '70', currency: 'EUR' }] }]],
    transactions: ({ since }) => [from(TRADES, ({ tradeDate }) => String(tradeDate), since)],
    dividends: ({ since }) => [
      from([payment('2024-02-03'), payment('2024-05-03')], ({ source: { recordId } }) => recordId, since),
    ],
    cashMovements: ({ since }) => [
      from([transfer('2024-05-20')], ({ source: { recordId } }) => recordId, since),
    ],
  };
}

const ratesUntil = (today: string): Answers => ({
  fxRates: ({ since = '' }) => [
    ['2024-01-08', '2024-02-02', '2024-04-02', '2024-06-14']
      .filter((date) => date >= since && date <= today)
      .flatMap((date) => [referenceRate(date, 'USD'), referenceRate(date, 'JPY')]),
  ],
});

async function syncOn(path: string, connections: FakeConnections, today: string) {
  using ledger = openLedger(path);
  connections.answer('acme', told(today));
  connections.answer('rates', ratesUntil(today));
  connections.asked.length = 0;
  const ids = ['acme', 'rates'];
  await syncConnections(ids, { connections, ledger, now: () => Date.parse(`${today}T12:00:00Z`) });
  return { records: dumpOf(ledger), rates: ledger.read().rates, asked: [...connections.asked] };
}

const execute = (path: string, sql: string): void => {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
};

const connectionsOf = (): FakeConnections => new FakeConnections({ acme: {}, rates: {} });

describe('a ledger that is put back to an earlier day', () => {
  test('gets with the next sync all that came since, records and rates', async () => {
    using folder = new TestFolder();
    const connections = connectionsOf();
    const backup = join(folder.path, 'backup.db');
    await syncOn(folder.ledger, connections, '2024-02-10');
    {
      using ledger = openLedger(folder.ledger);
      ledger.backup(backup);
    }
    const before = await syncOn(folder.ledger, connections, '2024-06-15');
    expect(before.asked).toContainEqual({ list: 'transactions', since: '2024-02-03' });
    await syncOn(folder.ledger, connections, '2024-06-15');
    copyFileSync(backup, folder.ledger);
    const after = await syncOn(folder.ledger, connections, '2024-06-15');
    expect(after.records).toEqual(before.records);
    expect(after.rates).toEqual(before.rates);
    expect(after.asked).toContainEqual({ list: 'transactions', since: '2024-02-03' });
  });

  test('knows how far it is of a list that was empty as well', async () => {
    using folder = new TestFolder();
    const connections = connectionsOf();
    await syncOn(folder.ledger, connections, '2024-02-10');
    const { asked } = await syncOn(folder.ledger, connections, '2024-02-11');
    expect(asked).toContainEqual({ list: 'cashMovements', since: '2024-01-06' });
  });
});

test('a connection that is made anew under the id of a forgotten one is asked for everything', async () => {
  using folder = new TestFolder();
  const connections = connectionsOf();
  await syncOn(folder.ledger, connections, '2024-02-10');
  execute(folder.ledger, `UPDATE sync_mark SET connected_at = '2023-01-01T00:00:00.000Z'`);
  connections.done.clear();
  const { asked } = await syncOn(folder.ledger, connections, '2024-06-15');
  expect(asked).toContainEqual({ list: 'transactions' });
});

describe('a ledger of version 1.1, whose marks are in the host alone', () => {
  test('is asked for the last days where it has what they say', async () => {
    using folder = new TestFolder();
    const connections = connectionsOf();
    await syncOn(folder.ledger, connections, '2024-02-10');
    execute(folder.ledger, 'DELETE FROM sync_mark');
    const { asked } = await syncOn(folder.ledger, connections, '2024-06-15');
    expect(asked).toContainEqual({ list: 'transactions', since: '2024-02-03' });
  });

  test('is asked from its last import of a list on where it is older than they are', async () => {
    using folder = new TestFolder();
    const connections = connectionsOf();
    await syncOn(folder.ledger, connections, '2024-02-10');
    execute(
      folder.ledger,
      `DELETE FROM sync_mark; UPDATE import SET imported_at = '2024-01-20T10:00:00.000Z'`,
    );
    const { asked } = await syncOn(folder.ledger, connections, '2024-06-15');
    expect(asked).toContainEqual({ list: 'transactions', since: '2024-01-13' });
    expect(asked).toContainEqual({ list: 'cashMovements' });
  });
});
