import { describe, expect, test } from '@jest/globals';
import { TestFolder } from '../../test/acme.js';
import { buy, cashMovement, dividend, referenceRate, stock } from '../../test/drafts.js';
import { dumpOf } from '../../test/dump.js';
import { fail, FakeConnections, type Answers } from '../../test/fake-connections.js';
import { openLedger, syncConnections, type ConnectionSync, type Ledger, type SyncOptions } from '../index.js';

const NOW = Date.parse('2024-06-15T12:00:00Z');

const trade = (recordId: string, tradeDate = '2024-06-01') =>
  buy(stock('AAA'), { quantity: '1', price: '10', tradeDate, source: { recordId } });
const deposit = {
  ...cashMovement({ type: 'DEPOSIT', money: { amount: '100', currency: 'EUR' }, date: '2024-05-01' }),
  source: { recordId: 'd1' },
};
const ACCOUNTS = [[{ id: 'A1', cash: [{ amount: '70', currency: 'EUR' }] }]];
const WHOLE: Answers = {
  accounts: () => ACCOUNTS,
  transactions: () => [[trade('1'), trade('2')], [trade('3')]],
  cashMovements: () => [[deposit]],
};

function withLedger<Result>(work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const folder = new TestFolder();
  const ledger = openLedger(folder.ledger);
  return work(ledger).finally(() => {
    ledger.close();
    folder[Symbol.dispose]();
  });
}

const sync = async (
  connections: FakeConnections,
  ledger: Ledger,
  more: Partial<SyncOptions> & { ids?: readonly string[] } = {},
): Promise<ConnectionSync[]> => {
  const { ids = ['acme'], ...options } = more;
  return syncConnections(ids, { connections, ledger, now: () => NOW, ...options });
};

describe('a sync', () => {
  test('stores each list, tells what is happening, and gives the lease back', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({ acme: WHOLE });
      const events: string[] = [];
      const [done] = await sync(connections, ledger, {
        onProgress: ({ what, records, pages, done: over, left }) =>
          events.push(`${what} ${pages}:${records} ${over}/${left}`),
      });
      expect(done?.lists.map(({ name, new: fresh }) => [name, fresh])).toEqual([
        ['accounts', 0],
        ['transactions', 3],
        ['cashMovements', 1],
      ]);
      expect(done?.snapshot.accounts).toMatchObject([{ id: 'A1', asOf: '2024-06-15' }]);
      expect(events).toContain('login 0:0 0/1');
      expect(events).toContain('transactions 2:3 1/2');
      expect(connections.released).toEqual(['acme']);
    }));

  test('believes lists rather than a fetched statement about how an account is now', () =>
    withLedger(async (ledger) => {
      const held = (accountId: string, quantity: string) => ({
        source: { section: 'positions' },
        accountId,
        instrument: stock('AAA'),
        quantity,
        currency: 'EUR',
        asOf: '2024-06-14',
      });
      const connections = new FakeConnections({
        acme: {
          accounts: () => ACCOUNTS,
          positions: () => [[held('A1', '3')]],
          statement: () => [
            [{ accounts: [{ id: 'A1' }, { id: 'A2' }], positions: [held('A1', '2'), held('A2', '5')] }],
          ],
        },
      });
      const [done] = await sync(connections, ledger);
      expect(done?.snapshot.accounts.map(({ id }) => id)).toEqual(['A1', 'A2']);
      expect(done?.snapshot.positions?.map(({ accountId, quantity }) => [accountId, quantity])).toEqual([
        ['A1', '3'],
        ['A2', '5'],
      ]);
    }));

  test('asks again for the last days only, of dividends and cash for more of them, and for everything when told', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({ acme: { ...WHOLE, dividends: () => [] } });
      await sync(connections, ledger);
      connections.asked.length = 0;
      await sync(connections, ledger);
      expect(connections.asked).toEqual([
        { list: 'accounts' },
        { list: 'transactions', since: '2024-06-08' },
        { list: 'cashMovements', since: '2024-05-11' },
        { list: 'dividends', since: '2024-05-11' },
      ]);
      connections.asked.length = 0;
      await sync(connections, ledger, { isFull: true });
      expect(connections.asked.every(({ since }) => since === undefined)).toBe(true);
    }));

  test('that is done again changes nothing', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({ acme: WHOLE });
      await sync(connections, ledger);
      const before = dumpOf(ledger);
      const imports = ledger.listImports().length;
      const [again] = await sync(connections, ledger, { isFull: true });
      expect(again?.lists.map(({ new: fresh, known }) => [fresh, known])).toEqual([
        [0, 0],
        [0, 3],
        [0, 1],
      ]);
      expect(dumpOf(ledger)).toEqual(before);
      expect(ledger.listImports()).toHaveLength(imports);
    }));

  test('takes nothing out of the ledger because the institution did not report it', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({ acme: WHOLE });
      await sync(connections, ledger);
      const before = dumpOf(ledger);
      connections.answer('acme', { ...WHOLE, transactions: () => [[]], cashMovements: () => [] });
      await sync(connections, ledger, { isFull: true });
      expect(dumpOf(ledger)).toEqual(before);
    }));

  test('whose session is lost in the middle of a list logs in once and stores that list once', () =>
    withLedger(async (ledger) => {
      let isLost = false;
      const connections = new FakeConnections({
        acme: {
          ...WHOLE,
          *transactions() {
            yield [trade('1'), trade('2')];
            if (!isLost) {
              isLost = true;
              fail('AUTH_EXPIRED');
            }
            yield [trade('3')];
          },
        },
      });
      const [done] = await sync(connections, ledger);
      expect(connections.logIns).toBe(1);
      expect(done?.problem).toBeUndefined();
      expect(ledger.read().entries.filter(({ kind }) => kind === 'TRANSACTION')).toHaveLength(3);
    }));

  test('stores nothing of a list that breaks off, remembers how far the others are, and goes on with them', () =>
    withLedger(async (ledger) => {
      const broken: Answers = {
        ...WHOLE,
        *transactions() {
          yield [trade('1')];
          fail('MALFORMED_RESPONSE');
        },
      };
      const connections = new FakeConnections({ acme: broken });
      const [first] = await sync(connections, ledger);
      expect(first?.lists.map(({ name, failure }) => [name, failure?.code])).toEqual([
        ['accounts', undefined],
        ['transactions', 'MALFORMED_RESPONSE'],
        ['cashMovements', undefined],
      ]);
      expect(ledger.read().entries.map(({ kind }) => kind)).toEqual(['CASH_MOVEMENT']);
      connections.answer('acme', WHOLE);
      connections.asked.length = 0;
      await sync(connections, ledger);
      expect(connections.asked).toContainEqual({ list: 'transactions' });
      expect(ledger.read().entries).toHaveLength(4);
    }));

  test('ends where the institution is not there; what was stored stays', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({
        acme: { ...WHOLE, transactions: () => fail('UNAVAILABLE') },
      });
      const [done] = await sync(connections, ledger);
      expect(done?.problem).toMatchObject({ code: 'UNAVAILABLE' });
      expect(done?.lists.map(({ name }) => name)).toEqual(['accounts']);
      expect(connections.released).toEqual(['acme']);
    }));

  test('that fills the disk leaves the ledger as it was; with room again the next one makes it whole', async () => {
    using folder = new TestFolder();
    const connections = new FakeConnections({ acme: { ...WHOLE, transactions: () => [[trade('1')]] } });
    {
      using ledger = openLedger(folder.ledger);
      await sync(connections, ledger);
    }
    const many = Array.from({ length: 2_000 }, (_, index) => trade(`more ${index}`));
    connections.answer('acme', { ...WHOLE, transactions: () => [[trade('1')], many] });
    {
      using ledger = openLedger(folder.ledger, { maxPages: 60 });
      const before = dumpOf(ledger);
      const [done] = await sync(connections, ledger);
      expect(done?.problem).toMatchObject({
        code: 'LEDGER_UNAVAILABLE',
        message: expect.stringContaining('no space left'),
        remedy: expect.stringContaining('Make room'),
      });
      expect(dumpOf(ledger)).toEqual(before);
      expect(connections.released).toEqual(['acme', 'acme']);
    }
    using ledger = openLedger(folder.ledger);
    const [done] = await sync(connections, ledger);
    expect(done?.problem).toBeUndefined();
    expect(done?.lists[1]).toMatchObject({ name: 'transactions', new: 2_000 });
  });

  test('is left to the host that is doing it', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({ acme: WHOLE });
      connections.busy = true;
      const [done] = await sync(connections, ledger);
      expect(done?.problem).toMatchObject({ code: 'CONNECTION_BUSY' });
      expect(connections.asked).toEqual([]);
    }));

  test('that the user stops throws, and what was stored stays', () =>
    withLedger(async (ledger) => {
      const stop = new AbortController();
      const connections = new FakeConnections({
        acme: {
          ...WHOLE,
          *transactions() {
            stop.abort();
            yield [trade('1')];
          },
        },
      });
      await expect(sync(connections, ledger, { signal: stop.signal })).rejects.toThrow();
      expect(ledger.read().entries).toEqual([]);
      expect(connections.released).toEqual(['acme']);
    }));
});

test('one broken connection hurts no other', () =>
  withLedger(async (ledger) => {
    const broken: Answers = { accounts: () => fail('AUTH_INVALID') };
    const connections = new FakeConnections({ one: broken, two: WHOLE, three: broken });
    const results = await sync(connections, ledger, { ids: ['one', 'two', 'three'] });
    expect(results.map(({ connectionId, problem }) => [connectionId, problem?.code])).toEqual([
      ['one', 'AUTH_INVALID'],
      ['two', undefined],
      ['three', 'AUTH_INVALID'],
    ]);
    expect(ledger.read().entries).toHaveLength(4);
  }));

describe('reference rates', () => {
  const rates: Answers = {
    fxRates: () => [
      [
        referenceRate('2024-06-13', 'USD'),
        referenceRate('2024-06-13', 'JPY'),
        referenceRate('2024-06-14', 'USD'),
        referenceRate('2024-06-14', 'JPY'),
      ],
    ],
  };
  const dollars: Answers = {
    dividends: () => [
      [
        {
          ...dividend(stock('BBB', { currency: 'USD' }), {
            gross: '1',
            net: '1',
            date: '2024-06-03',
          }),
          source: { recordId: 'v1' },
        },
      ],
    ],
  };

  test('are read after the records, from before the first of them, and only of currencies that they use', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({ rates, acme: dollars });
      await sync(connections, ledger, { ids: ['rates', 'acme'] });
      expect(connections.asked).toContainEqual({ list: 'fxRates', since: '2024-05-24' });
      expect(ledger.read().rates.map(({ quote, date }) => [quote, date])).toEqual([
        ['USD', '2024-06-13'],
        ['USD', '2024-06-14'],
      ]);
    }));

  test('are read on from the last day, and from the beginning for a currency that is new', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({ rates, acme: dollars });
      await sync(connections, ledger, { ids: ['rates', 'acme'] });
      connections.asked.length = 0;
      await sync(connections, ledger, { ids: ['rates'] });
      expect(connections.asked).toEqual([{ list: 'fxRates', since: '2024-06-15' }]);
      connections.answer('acme', {
        cashMovements: () => [
          [
            {
              ...cashMovement({
                type: 'DEPOSIT',
                money: { amount: '1', currency: 'JPY' },
                date: '2024-06-10',
              }),
              source: { recordId: 'y' },
            },
          ],
        ],
      });
      connections.asked.length = 0;
      await sync(connections, ledger, { ids: ['rates', 'acme'] });
      expect(connections.asked).toContainEqual({ list: 'fxRates', since: '2024-05-24' });
      expect(new Set(ledger.read().rates.map(({ quote }) => quote))).toEqual(new Set(['USD', 'JPY']));
    }));

  test('of a statement are told once, while it stays as it is', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({
        acme: { statement: () => [[{ fxRates: [referenceRate('2024-06-13', 'USD')] }]] },
      });
      const counts: (number | undefined)[] = [];
      for (const _ of [1, 2]) {
        const [done] = await sync(connections, ledger);
        counts.push(done?.lists.find(({ name }) => name === 'statement')?.rates);
      }
      expect(counts).toEqual([1, undefined]);
    }));

  test('are not asked for while nothing is to be converted', () =>
    withLedger(async (ledger) => {
      const connections = new FakeConnections({ rates });
      const [done] = await sync(connections, ledger, { ids: ['rates'] });
      expect(done?.problem).toBeUndefined();
      expect(connections.asked).toEqual([]);
    }));
});
