import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { MARCH, statement } from './statements.js';

const place = new Place();

beforeAll(() => {
  buildPlugin('acme', join(place.plugins, 'acme'));
  buildPlugin('acme-live', join(place.plugins, 'acme-live'));
}, 60_000);

afterAll(() => place[Symbol.dispose]());

/** A data folder of its own for each test, whose plugins a release has approved. */
let home: Record<string, string>;
let homes = 0;

beforeEach(() => {
  homes += 1;
  const digests = join(place.folder, 'digests.json');
  writeFileSync(digests, JSON.stringify(['acme', 'acme-live'].map(digestOf)));
  home = { BOURSE_HOME: join(place.folder, `home-${homes}`), BOURSE_APPROVED_DIGESTS: digests };
  place.write('march.csv', MARCH);
});

function digestOf(plugin: string): string {
  const manifest = readFileSync(join(place.plugins, plugin, 'dist', 'manifest.json'));
  return `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
}

const ask = (...words: readonly string[]) => place.ask(words, home);

describe('an import', () => {
  test('reports for each file what was new, known and not understood', async () => {
    const { status, answer } = await ask('import', 'march.csv');
    expect(status).toBe(0);
    expect(answer).toEqual([
      expect.objectContaining({
        file: 'march.csv',
        plugin: 'acme',
        format: 'acme-cash-csv',
        institution: 'Acme Securities',
        new: 5,
        revised: 0,
        known: 0,
        unclassified: 1,
        ignored: 0,
        problems: [],
      }),
    ]);
  });

  test('of the same or an overlapping file adds nothing twice', async () => {
    await ask('import', 'march.csv');
    const longer = `${MARCH}2024-04-02,DEPOSIT,,,,,50.00,EUR,,More,r7\n`;
    const { answer } = await ask('import', 'march.csv', place.write('april.csv', longer), 'april.csv');
    expect(answer).toMatchObject([
      { file: 'march.csv', new: 0, known: 5, repeated: true },
      { file: 'april.csv', new: 1, known: 5 },
      { file: 'april.csv', new: 0, known: 6, repeated: true },
    ]);
    expect((await ask('cash')).answer).toMatchObject({ balances: [{ currency: 'EUR', balance: '374.5' }] });
  });

  test('takes the other files in where one is refused, and ends with 1', async () => {
    const { status, answer } = await ask('import', 'missing.csv', 'march.csv');
    expect(status).toBe(1);
    expect(answer).toMatchObject([
      { file: 'missing.csv', problems: [{ code: 'INPUT_UNREADABLE' }] },
      { file: 'march.csv', new: 5 },
    ]);
  });

  test('says what the whole ledger finds doubtful about the account', async () => {
    const late = place.write(
      'late.csv',
      statement('2024-03-11,SELL,US0378331005,Example Corp,1,120.00,120.00,EUR,,,r3'),
    );
    expect((await ask('import', late)).answer).toMatchObject([
      { problems: [{ code: 'HISTORY_INCOMPLETE' }] },
    ]);
    expect((await ask('import', 'march.csv')).answer).toMatchObject([{ new: 4, known: 1, problems: [] }]);
  });

  test('can be undone and is listed as such', async () => {
    await ask('import', 'march.csv');
    expect((await ask('import', '--undo', '1')).answer).toEqual({ importId: 1, removed: 5, restored: 0 });
    expect((await ask('import', '--list')).answer).toMatchObject([
      { importId: 1, undoneAt: expect.any(String) },
    ]);
    expect((await ask('portfolio')).answer).toMatchObject({ positions: [] });
    expect((await ask('import', 'march.csv')).answer).toMatchObject([{ new: 5 }]);
  });

  test('of a plugin that needs no file asks the plugin itself, and asks again without harm', async () => {
    const words = ['import', '--plugin', 'acme-live'];
    expect(await ask(...words)).toMatchObject({
      status: 0,
      answer: [{ plugin: 'acme-live', institution: 'Acme Bank', new: 1 }],
    });
    expect(await ask(...words)).toMatchObject({ status: 0, answer: [{ new: 0, known: 1, repeated: true }] });
  });

  test('without a file is refused for a plugin that reads files only', async () => {
    const { status, answer } = await ask('import', '--plugin', 'acme');
    expect(status).toBe(1);
    expect(answer).toMatchObject([{ plugin: 'acme', problems: [{ code: 'SERVICE_NOT_OFFERED' }] }]);
  });
});

describe('the account of a file that names none', () => {
  test('is the one that the user says, and is remembered', async () => {
    await ask('import', 'march.csv', '--account', 'savings');
    const longer = `${MARCH}2024-04-02,DEPOSIT,,,,,50.00,EUR,,More,r7\n`;
    expect((await ask('import', place.write('april.csv', longer))).answer).toMatchObject([
      { accountIds: ['savings'], new: 1, known: 5 },
    ]);
  });

  test('has to be said where two would do', async () => {
    await ask('import', 'march.csv', '--account', 'savings');
    const other = place.write('other.csv', statement('2024-05-01,DEPOSIT,,,,,9.00,EUR,,Other,x1'));
    await ask('import', other, '--account', 'pension');
    const { status, answer } = await ask(
      'import',
      place.write('third.csv', statement('2024-06-01,DEPOSIT,,,,,1.00,EUR,,Third,y1')),
    );
    expect(status).toBe(1);
    expect(answer).toMatchObject([
      { problems: [{ code: 'INVALID_REQUEST', message: expect.stringContaining('pension, savings') }] },
    ]);
  });
});

describe('the ledger answers', () => {
  // Questions change nothing, so that one ledger does for all of them.
  let filled: Record<string, string> | undefined;

  beforeEach(async () => {
    if (filled === undefined) await ask('import', 'march.csv');
    filled ??= home;
    home = filled;
  });

  test('what is held, what it cost, what it is worth and what it has brought', async () => {
    const { status, answer } = await ask('portfolio', '--base', 'EUR');
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      method: 'AVERAGE',
      positions: [
        {
          instrument: { isin: 'US0378331005' },
          quantity: '2',
          cost: [{ amount: '200', currency: 'EUR' }],
          value: [{ amount: '240', currency: 'EUR' }],
          realized: [{ amount: '20', currency: 'EUR' }],
        },
      ],
      totals: { base: { currency: 'EUR', cash: '324.5', wealth: '564.5' } },
    });
  });

  test('to people with a picture', async () => {
    const { status, stdout, stderr } = await place.tell(['portfolio'], home);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Portfolio on 2024-03-29 · in EUR · cost by average
                                EUR
      positions              240.00
      cash                   324.50
      together               564.50
      cost of the positions  200.00
      gain not yet realized  +40.00  20.0 %
      gain realized          +20.00

      Holdings
      holding          quantity       price  of               value  in EUR  gain EUR   share
      Acme Securities                                                240.00    +40.00  42.5 %
        Example Corp          2  120.00 EUR  2024-03-11  240.00 EUR  240.00    +40.00  42.5 %

      Allocation
      by instrument     EUR   share
      Example Corp   240.00  42.5 %  ████████████▊
      cash           324.50  57.5 %  █████████████████▎

      by kind
      cash in EUR    324.50  57.5 %  █████████████████▎
      shares         240.00  42.5 %  ████████████▊
      "
    `);
  });

  test('about an account by its institution too, in any case of letters', async () => {
    for (const name of ['Acme Securities', 'acme securities', 'ACME SECURITIES/DEFAULT']) {
      expect((await ask('transactions', '--account', name)).answer).toMatchObject({
        transactions: [{}, {}],
      });
    }
    expect(await ask('transactions', '--account', 'Acme Securitis')).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'NOT_FOUND', remedy: 'Did you mean "Acme Securities"?' }] },
    });
  });

  test('which records of which files a figure comes from', async () => {
    const records = async (what: string) => (await ask('portfolio', '--explain', what)).answer;
    expect(await records('US0378331005')).toMatchObject([
      { date: '2024-03-04', adds: '3', files: ['march.csv'], record: { source: { rows: [2] } } },
      { date: '2024-03-11', adds: '-1', files: ['march.csv'], record: { source: { rows: [3] } } },
    ]);
    expect(await records('eur')).toMatchObject([
      { adds: '500' },
      { adds: '-300' },
      { adds: '120' },
      { adds: '6' },
      { adds: '-1.5' },
    ]);
    expect(await records('realized')).toMatchObject([{ date: '2024-03-11', adds: '20', of: 'EUR' }]);
    expect(await ask('portfolio', '--explain', 'nothing')).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'NOT_FOUND' }] },
    });
  });

  test.each([
    [
      'transactions',
      {
        transactions: [{ side: 'BUY' }, { side: 'SELL' }],
        totals: { cash: [{ amount: '-180', currency: 'EUR' }], base: { amount: '-180' } },
      },
    ],
    ['dividends', { dividends: [{ net: '6.00' }], totals: [{ currency: 'EUR', net: '6' }] }],
    ['fees', { fees: [{ kind: 'CUSTODY', amount: '1.5' }], sums: [{ kind: 'CUSTODY', amount: '1.5' }] }],
    [
      'cash',
      {
        balances: [{ balance: '324.5' }],
        sums: [{ type: 'DEPOSIT', amount: '500' }],
        movements: [{ description: 'Opening' }],
      },
    ],
    ['transfers', { transfers: [] }],
    ['duplicates', []],
    ['actions', { actions: [] }],
  ])('with its %s, as data and to people', async (command, expected) => {
    expect(await ask(command)).toMatchObject({ status: 0, answer: expected });
    const { status, stdout, stderr } = await place.tell([command], home);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/\w/);
  });

  test('for a part of the time or one account', async () => {
    expect((await ask('transactions', '--since', '2024-03-05')).answer).toMatchObject({
      transactions: [{ side: 'SELL' }],
    });
    expect((await ask('transactions', '--until', '2024-03-05')).answer).toMatchObject({
      transactions: [{ side: 'BUY' }],
    });
    expect((await ask('cash', '--account', 'Acme Securities/default')).answer).toMatchObject({
      movements: [{}],
    });
    expect(await ask('cash', '--account', 'Acme Securities/defualt')).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'NOT_FOUND', remedy: 'Did you mean "Acme Securities/default"?' }] },
    });
  });

  test('with a copy of itself', async () => {
    const { status, answer } = await ask('backup', 'copy.db');
    expect(status).toBe(0);
    expect(answer).toEqual({ file: join(place.files, 'copy.db'), bytes: expect.any(Number) });
    expect(readFileSync(join(place.files, 'copy.db'), 'latin1')).toMatch(/^SQLite format 3/);
    expect((await ask('backup', 'copy.db')).status).toBe(0);
  });

  test.each([
    ['march.csv', 'There is a file of this name that is no backup.'],
    ['missing/copy.db', 'There is no such folder.'],
    ['march.csv/copy.db', 'There is no such folder.'],
    ['.', 'This is a folder.'],
  ])('and puts no copy in place of %s', async (file, message) => {
    const before = readFileSync(join(place.files, 'march.csv'), 'utf8');
    expect(await ask('backup', file)).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'INVALID_REQUEST', message }] },
    });
    expect(readFileSync(join(place.files, 'march.csv'), 'utf8')).toBe(before);
  });
});

describe('a record that a statement and a plugin both tell of', () => {
  const twin = statement('2024-01-02,DEPOSIT,,,,,250.00,EUR,A1,Opening,r1');

  beforeAll(() => {
    buildPlugin('acme-live', join(place.plugins, 'acme-twin'), (folder) => {
      for (const [file, from, to] of [
        ['package.json', 'plugin-acme-live', 'plugin-acme-twin'],
        ['plugin.json', '"acme-live"', '"acme-twin"'],
        ['plugin.json', 'Acme Bank', 'Acme Securities'],
      ] as const) {
        const path = join(folder, file);
        writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
      }
    });
  }, 60_000);

  test('counts once until the user says that both are real', async () => {
    await place.tell(['plugins', 'approve', 'acme-twin', '--yes'], home);
    await ask('import', place.write('twin.csv', twin));
    expect((await ask('import', '--plugin', 'acme-twin')).answer).toMatchObject([
      { new: 1, problems: [{ code: 'POSSIBLE_DUPLICATE' }] },
    ]);
    expect((await ask('cash')).answer).toMatchObject({ balances: [{ balance: '250' }] });
    const [pair] = (await ask('duplicates')).answer as { heldBack: string; counted: string }[];
    expect(pair).toMatchObject({
      institution: 'Acme Securities',
      accountId: 'A1',
      kind: 'CASH_MOVEMENT',
      decided: false,
    });
    const { heldBack = '', counted = '' } = pair ?? {};
    expect(await ask('duplicates', heldBack, counted)).toMatchObject({
      status: 2,
      answer: { problems: [{ code: 'USAGE' }] },
    });
    expect((await ask('duplicates', heldBack, counted, 'same')).answer).toMatchObject([{ decided: true }]);
    expect((await ask('duplicates', heldBack, counted, 'different')).answer).toEqual([]);
    expect((await ask('cash')).answer).toMatchObject({ balances: [{ balance: '500' }] });
  });
});

describe('a plugin that crashes while it reads', () => {
  const crash = statement('2024-03-01,DEPOSIT,,,,,500.00,EUR,,Opening,r1', '2024-03-02,CRASH,,,,,,,,,r2');

  test('leaves the ledger as it was, and evidence that can be run again', async () => {
    const file = place.write('crash.csv', crash);
    const { status, answer } = await ask('import', file);
    expect(status).toBe(1);
    expect(answer).toMatchObject([{ file, plugin: 'acme', problems: [{ code: 'CELL_CRASHED' }] }]);
    expect((await ask('import', '--list')).answer).toEqual([]);
    const evidence = join(home['BOURSE_HOME'] ?? '', 'evidence');
    const [bundle = ''] = existsSync(evidence) ? readdirSync(evidence) : [];
    expect((await place.tell(['plugins', 'history', 'acme'], home)).stdout).toContain(join(evidence, bundle));
    const replayed = await ask('replay', join(evidence, bundle), file);
    expect(replayed).toMatchObject({ status: 0, answer: { repeated: true, missing: [] } });
    expect(await ask('replay', file)).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'EVIDENCE_INVALID' }] },
    });
  }, 60_000);
});

test.each(['portfolio', 'transactions', 'dividends', 'fees', 'cash', 'transfers', 'actions'])(
  'in an empty ledger %s says how to begin',
  async (command) => {
    const { status, stdout } = await place.tell([command], { BOURSE_HOME: join(place.folder, 'new') });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'There is nothing in the ledger yet. Begin with: bourse import <file>\n',
    });
  },
);

test('a charge shows what it was paid for', async () => {
  const file = place.write(
    'charged.csv',
    statement('2024-03-04,BUY,US0378331005,Example Corp,3,100.00,-300.00,EUR,,2.50,r2'),
  );
  const variables = { BOURSE_HOME: join(place.folder, 'charged') };
  await place.tell(['plugins', 'approve', 'acme', '--yes'], variables);
  expect((await place.tell(['import', file], variables)).status).toBe(0);
  expect((await place.tell(['fees'], variables)).stdout).toContain(
    '2024-03-04  Acme Securities  commission  transaction  Example Corp  2.50 EUR  included in the price\n',
  );
});
