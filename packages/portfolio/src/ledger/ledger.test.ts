import { existsSync, writeFileSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { importFile, ledgerOf, originOf, readFile, TestFolder, type AcmeFile } from '../../test/acme.js';
import { buy, cashMovement, sell, stock } from '../../test/drafts.js';
import { dumpOf } from '../../test/dump.js';
import { deriveCash } from '../cash/derive-cash.js';
import { openLedger, type Ledger } from './ledger.js';

const acme = stock('ACM');

const march: AcmeFile = {
  transactions: [
    buy(acme, { quantity: '10', price: '5.00', tradeDate: '2024-03-01' }),
    buy(acme, { quantity: '10', price: '5.00', tradeDate: '2024-03-01' }),
    sell(acme, { quantity: '4', price: '6.5', tradeDate: '2024-03-20' }),
  ],
  cashMovements: [
    cashMovement({ type: 'DEPOSIT', money: { amount: '500', currency: 'EUR' }, date: '2024-02-28' }),
  ],
};

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

const grossIn = (ledger: { records: ReturnType<typeof openLedger>['records'] }) =>
  [...ledger.records('TRANSACTION')].map(({ record }) => record.grossAmount);

describe('an import', () => {
  test('counts what is new, and keeps two equal rows of a file apart', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder);
    expect(await importFile(ledger, march)).toMatchObject({
      importId: 1,
      repeated: false,
      file: 'acme.csv',
      accountIds: ['A1'],
      new: 4,
      revised: 0,
      known: 0,
      kinds: {
        TRANSACTION: { new: 3, revised: 0, known: 0 },
        CASH_MOVEMENT: { new: 1, revised: 0, known: 0 },
      },
    });
    expect(grossIn(ledger)).toEqual(['50', '50', '26']);
  });

  test('of a file that was imported before adds nothing, not even an import', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, march);
    expect(await importFile(ledger, march)).toMatchObject({ importId: 1, repeated: true, new: 0, known: 4 });
    expect(ledger.listImports()).toHaveLength(1);
  });

  test('by another version of the plugin is an import of its own, and tells nothing new where it reads the same', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, march);
    const before = dumpOf(ledger);
    const again = await importFile(ledger, { ...march, pluginDigest: 'digest-2' });
    expect(again).toMatchObject({ importId: 2, repeated: false, new: 0, known: 4 });
    expect(dumpOf(ledger)).toEqual(before);
  });

  test('of an answer, which has no bytes, keeps balances and rates although no record is new', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder);
    const answers = ['10', '20', '20'].map((amount): AcmeFile => {
      return { accounts: [{ id: 'A1', asOf: '2024-03-01', cash: [{ amount, currency: 'EUR' }] }] };
    });
    const origin = originOf({});
    for (const answer of answers) {
      const { rowsTotal, period: _, generatedAt: __, ...lists } = await readFile(answer);
      using session = ledger.beginImport(origin);
      session.add(lists);
      session.commit({ rowsTotal, problems: [] });
    }
    expect(deriveCash(ledger.read())).toMatchObject([{ balance: '20' }]);
    expect(ledger.listImports()).toHaveLength(2);
  });

  test('of an overlapping file adds only what the first one does not tell', async () => {
    using folder = new TestFolder();
    const [first, , last] = march.transactions ?? [];
    if (first === undefined || last === undefined) throw new Error('the fixture is incomplete');
    using ledger = await ledgerOf(folder, { transactions: [first, last] });
    expect(await importFile(ledger, march)).toMatchObject({ new: 2, known: 2 });
    expect(grossIn(ledger)).toEqual(['50', '50', '26']);
  });

  test('of a booking with other content revises it, and the former content stays listed', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, booking('5'));
    expect(await importFile(ledger, booking('6'))).toMatchObject({ new: 0, revised: 1, known: 0 });
    const [stored] = ledger.records('TRANSACTION');
    expect(stored).toMatchObject({ record: { grossAmount: '6' }, revisions: 2, counted: true });
    expect(ledger.listRevisions(stored?.record.id ?? '')).toMatchObject([
      { record: { grossAmount: '5' }, current: false, importIds: [1] },
      { record: { grossAmount: '6' }, current: true, importIds: [2] },
    ]);
  });

  test('of another spelling of the same content is known', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, march);
    const [first] = march.transactions ?? [];
    if (first === undefined) throw new Error('the fixture is incomplete');
    const other = {
      ...first,
      quantity: '10.0',
      price: '5',
      grossAmount: '50.00',
      instrument: { ...first.instrument, name: 'Acme N.V.' },
      raw: [{ Menge: '10,0' }],
      source: { rows: [7] },
    };
    expect(await importFile(ledger, { transactions: [other] })).toMatchObject({
      new: 0,
      revised: 0,
      known: 1,
    });
  });

  test('of an older statement does not replace what a later one says', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, booking('6', { generatedAt: '2024-05-01T00:00:00Z' }));
    await importFile(ledger, booking('5', { generatedAt: '2024-04-01T00:00:00Z' }));
    expect(grossIn(ledger)).toEqual(['6']);
  });

  test('of more rows for a booking beats one of fewer, in either order', async () => {
    const [draft] = booking('5').transactions ?? [];
    if (draft === undefined) throw new Error('the fixture is incomplete');
    const whole = {
      transactions: [{ ...draft, grossAmount: '5.5', source: { ...draft.source, rows: [1, 2] } }],
    };
    for (const files of [
      [booking('5'), whole],
      [whole, booking('5')],
    ]) {
      using folder = new TestFolder();
      using ledger = await ledgerOf(folder, ...files);
      expect(grossIn(ledger)).toEqual(['5.5']);
    }
  });

  test('that is aborted leaves nothing', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder);
    const { rowsTotal, ...lists } = await readFile(march);
    const session = ledger.beginImport(originOf(march));
    session.add(lists);
    session.abort();
    expect(() => session.commit({ rowsTotal, problems: [] })).toThrow('this import has ended');
    expect(ledger.listImports()).toEqual([]);
    expect(ledger.read().entries).toEqual([]);
  });

  test('of batches is the same as one of all at once, and a record may change its id on the way', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder);
    const { transactions, cashMovements } = await readFile(march);
    using session = ledger.beginImport(originOf(march));
    const [first, second, third] = transactions;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('the fixture is incomplete');
    session.add({ transactions: [{ ...first, id: 'no-id' }], cashMovements });
    session.add({
      transactions: [second, third],
      rekeyed: [{ kind: 'TRANSACTION', from: 'no-id', to: first.id }],
    });
    expect(session.commit({ rowsTotal: 4, problems: [] })).toMatchObject({ new: 4, rowsTotal: 4 });
    using other = new TestFolder();
    using whole = await ledgerOf(other, march);
    expect(dumpOf(ledger)).toEqual(dumpOf(whole));
  });

  test('that finds an id to be none keeps no booking twice, in any order', async () => {
    const single = booking('5');
    const both: AcmeFile = {
      transactions: [single, booking('6')].flatMap((file) => file.transactions ?? []),
    };
    const importBoth = async (ledger: Ledger) => {
      const shared = (await readFile(single)).transactions[0]?.id ?? '';
      const [first, ...others] = (await readFile(both)).transactions;
      if (first === undefined) throw new Error('the fixture is incomplete');
      using session = ledger.beginImport(originOf(both));
      session.add({ transactions: [{ ...first, id: shared }] });
      session.add({ transactions: others, rekeyed: [{ kind: 'TRANSACTION', from: shared, to: first.id }] });
      return session.commit({ rowsTotal: 2, problems: [] });
    };
    const importSingle = (ledger: Ledger) => importFile(ledger, single);
    for (const steps of [
      [importSingle, importBoth],
      [importBoth, importSingle],
      [importSingle, importBoth, importSingle],
    ]) {
      using folder = new TestFolder();
      using ledger = await ledgerOf(folder);
      for (const step of steps) await step(ledger);
      expect(grossIn(ledger).toSorted()).toEqual(['5', '6']);
      expect(ledger.listImports()).toHaveLength(2);
      ledger.undoImport(1 + steps.indexOf(importBoth));
      expect(grossIn(ledger)).toEqual(['5']);
    }
  });

  test('runs beside another one of the same ledger', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder);
    const { rowsTotal: _, ...lists } = await readFile(march);
    using one = ledger.beginImport(originOf(march));
    using two = ledger.beginImport(originOf({ ...march, name: 'copy.csv' }));
    one.add(lists);
    two.add(lists);
    expect(one.commit({ rowsTotal: 4, problems: [] })).toMatchObject({ new: 4, known: 0 });
    expect(two.commit({ rowsTotal: 4, problems: [] })).toMatchObject({
      importId: 1,
      repeated: true,
      known: 4,
    });
  });

  test('keeps what was not understood, what was ignored, and the problems', async () => {
    using folder = new TestFolder();
    const problem = { code: 'ROW_MALFORMED' as const, message: 'no number', retry: 'never' as const };
    using ledger = await ledgerOf(folder);
    using session = ledger.beginImport(originOf({}));
    session.add({
      unclassified: [{ rows: [4], text: 'x', reason: 'unknown' }],
      ignored: [{ reason: 'repeats', rows: [5, 6] }],
      problems: [problem],
    });
    const late = { ...problem, message: 'rows are missing' };
    expect(session.commit({ rowsTotal: 6, problems: [late] })).toMatchObject({
      unclassified: 1,
      ignored: 2,
      problems: [problem, late],
    });
    expect(ledger.getImport(1)).toMatchObject({
      importId: 1,
      rowsTotal: 6,
      unclassified: [{ text: 'x' }],
      ignored: [{ rows: [5, 6] }],
      problems: [problem, late],
    });
  });
});

describe('undoing an import', () => {
  test('leaves the ledger as it was before', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, booking('5'));
    const before = dumpOf(ledger);
    await importFile(ledger, { ...booking('6'), cashMovements: march.cashMovements ?? [] });
    expect(dumpOf(ledger)).not.toEqual(before);
    expect(ledger.undoImport(2)).toEqual({ importId: 2, removed: 1, restored: 1 });
    expect(dumpOf(ledger)).toEqual(before);
    expect(ledger.listImports().map((entry) => entry.undoneAt !== undefined)).toEqual([false, true]);
  });

  test('keeps what another import tells as well', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, march, { ...march, pluginDigest: 'digest-2' });
    expect(ledger.undoImport(1)).toEqual({ importId: 1, removed: 0, restored: 0 });
    expect(grossIn(ledger)).toEqual(['50', '50', '26']);
  });

  test('twice does nothing more, and the file can be imported again', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, march);
    ledger.undoImport(1);
    expect(ledger.undoImport(1)).toEqual({ importId: 1, removed: 0, restored: 0 });
    expect(ledger.read().entries).toEqual([]);
    expect(await importFile(ledger, march)).toMatchObject({ importId: 2, repeated: false, new: 4 });
  });

  test('that does not exist is refused', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder);
    expect(() => ledger.undoImport(9)).toThrow(expect.objectContaining({ code: 'IMPORT_UNKNOWN' }));
    expect(() => ledger.getImport(9)).toThrow(expect.objectContaining({ code: 'IMPORT_UNKNOWN' }));
  });
});

describe('the account of a file that names none', () => {
  const unnamed = (accountName?: string): AcmeFile => ({
    cashMovements: [
      cashMovement({
        accountId: 'default',
        type: 'DEPOSIT',
        money: { amount: '1', currency: 'EUR' },
        date: '2024-01-01',
      }),
    ],
    ...(accountName === undefined ? {} : { accountName }),
  });

  test('is remembered for the institution', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, unnamed('Main'));
    expect(ledger.findAccountNames('Acme').defaultAccount).toBe('Main');
    expect(ledger.findAccountNames('Other').defaultAccount).toBeUndefined();
  });

  test('must be said where several are known', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, unnamed('Main'), unnamed('Second'));
    expect(ledger.findAccountNames('Acme').defaultAccount).toBeUndefined();
    await expect(importFile(ledger, unnamed())).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    expect(ledger.listImports()).toHaveLength(2);
  });

  test('is forgotten with the import that named it', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, unnamed('Mian'));
    ledger.undoImport(1);
    expect(ledger.findAccountNames('Acme').defaultAccount).toBeUndefined();
  });

  test('that is named after an import without a name is reported', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, unnamed());
    const { problems } = await importFile(ledger, unnamed('Main'));
    expect(problems).toMatchObject([{ code: 'POSSIBLE_DUPLICATE' }]);
  });
});

describe('the file of a ledger', () => {
  const underLinux = existsSync('/proc/self') ? test : test.skip;

  underLinux('in a folder that the system does not make is refused', () => {
    expect(() => openLedger('/proc/bourse/a/ledger.db')).toThrow(
      expect.objectContaining({ code: 'LEDGER_UNAVAILABLE' }),
    );
  });

  test('of a newer version is refused', () => {
    using folder = new TestFolder();
    openLedger(folder.ledger).close();
    const database = new DatabaseSync(folder.ledger);
    database.exec('PRAGMA user_version = 999');
    database.close();
    expect(() => openLedger(folder.ledger)).toThrow(expect.objectContaining({ code: 'LEDGER_TOO_NEW' }));
  });

  test('that is something else is refused and left alone', () => {
    using folder = new TestFolder();
    writeFileSync(folder.ledger, 'this is no database, and long enough to be looked at as one'.repeat(40));
    expect(() => openLedger(folder.ledger)).toThrow(expect.objectContaining({ code: 'LEDGER_UNAVAILABLE' }));
    const foreign = join(folder.path, 'foreign.db');
    const database = new DatabaseSync(foreign);
    database.exec('CREATE TABLE theirs (x)');
    database.close();
    expect(() => openLedger(foreign)).toThrow(expect.objectContaining({ code: 'LEDGER_UNAVAILABLE' }));
  });

  test('in a place that cannot be written is refused', () => {
    using folder = new TestFolder();
    writeFileSync(join(folder.path, 'file'), '');
    expect(() => openLedger(join(folder.path, 'file', 'ledger.db'))).toThrow(
      expect.objectContaining({ code: 'LEDGER_UNAVAILABLE', retry: undefined }),
    );
  });
});

describe('a backup', () => {
  test('is a whole ledger, replaces a former one and leaves nothing else', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, march);
    const file = join(folder.path, 'backup.db');
    writeFileSync(file, 'a former backup');
    ledger.backup(file);
    await importFile(ledger, booking('9'));
    using copy = openLedger(file);
    expect(grossIn(copy)).toEqual(['50', '50', '26']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('is not written over the ledger, nor into a folder that is not there', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, march);
    expect(() => ledger.backup(folder.ledger)).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST' }));
    expect(() => ledger.backup(join(folder.path, 'none', 'backup.db'))).toThrow(
      expect.objectContaining({ code: 'LEDGER_UNAVAILABLE' }),
    );
  });
});

describe('records of two channels', () => {
  const fill = buy(acme, { quantity: '1', price: '5', tradeDate: '2024-03-01' });
  const stated: AcmeFile = { transactions: [{ ...fill, source: { section: 'Trades', recordId: 's1' } }] };
  const answered: AcmeFile = {
    transactions: [{ ...fill, source: { section: 'api', recordId: 'a1' } }],
    channel: 'API',
  };

  test('that look the same are counted once until they are called different', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, answered, stated);
    const [duplicate] = ledger.read().duplicates;
    expect(duplicate).toMatchObject({ kind: 'TRANSACTION', date: '2024-03-01', decided: false });
    expect(ledger.read().entries).toHaveLength(1);
    expect([...ledger.records('TRANSACTION')].filter((stored) => stored.counted)).toHaveLength(1);

    const { heldBack = '', counted = '' } = duplicate ?? {};
    ledger.decideDuplicate(counted, heldBack, 'same');
    expect(ledger.read().duplicates).toMatchObject([{ decided: true }]);
    ledger.decideDuplicate(heldBack, counted, 'different');
    expect(ledger.read().duplicates).toEqual([]);
    expect(ledger.read().entries).toHaveLength(2);
  });

  test('that the ledger does not hold cannot be decided', async () => {
    using folder = new TestFolder();
    using ledger = await ledgerOf(folder, stated);
    expect(() => ledger.decideDuplicate('x', 'y', 'same')).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });
});
