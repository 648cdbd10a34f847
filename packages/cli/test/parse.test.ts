import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatementSchema } from '@bourse/core/interfaces';
import { Place } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { MARCH, statement } from './statements.js';

const place = new Place();

beforeAll(async () => {
  buildPlugin('acme', join(place.plugins, 'acme'));
  await place.tell(['plugins', 'approve', 'acme', '--yes']);
}, 60_000);

afterAll(() => place[Symbol.dispose]());

/** What `bourse parse --json` says of one file. */
function parse(file: string, ...words: readonly string[]) {
  return parseAt(place, file, ...words);
}

async function parseAt(
  place: Place,
  file: string,
  ...words: readonly string[]
): Promise<{ status: number | null; entry: Record<string, unknown> }> {
  const { status, answer } = await place.ask(['parse', file, ...words]);
  const [entry] = answer as Record<string, unknown>[];
  return { status, entry: entry ?? {} };
}

describe('a statement', () => {
  test('is printed as the contract has it, with its file and its plugin', async () => {
    const { status, entry } = await parse(place.write('march.csv', MARCH));
    const { file, plugin, ...rest } = entry;
    expect({ status, file, plugin }).toEqual({ status: 0, file: 'march.csv', plugin: 'acme' });
    const read = StatementSchema.parse(rest);
    expect(read).toMatchObject({ format: 'acme-cash-csv', rowsTotal: 6, problems: [] });
    expect(read.transactions.map(({ netAmount }) => netAmount.amount)).toEqual(['-300.00', '120.00']);
    expect(read.unclassified).toEqual([
      { rows: [6], text: expect.any(String), reason: 'the kind "PUZZLE" is not known' },
    ]);
  });

  test('is shown to people with counts, control totals and positions', async () => {
    const { status, stdout, stderr } = await place.tell(['parse', place.write('march.csv', MARCH)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "march.csv
      read by acme as acme-cash-csv · 6 rows

      what            count  rows
      transactions        2     2
      cash movements      1     1
      dividends           1     1
      fees                1     1
      unclassified        1     1

      Effect on cash
                          EUR
      transactions    -180.00
      cash movements   500.00
      dividends          6.00
      fees              -1.50
      ───────────────────────
      total            324.50

      Change of positions
      instrument    ISIN          account  quantity
      Example Corp  US0378331005  default         2

      Rows that were not understood
      row  why                             text
      6    the kind "PUZZLE" is not known  2024-03-30,PUZZLE,,,,,0.00,EUR,,What is this?,r6
      "
    `);
  });

  test('whose history begins in the middle says so', async () => {
    const file = place.write(
      'late.csv',
      statement('2024-03-11,SELL,US0378331005,Example Corp,1,120.00,120.00,EUR,,,r3'),
    );
    const { status, entry } = await parse(file);
    expect(status).toBe(0);
    expect(entry['problems']).toMatchObject([{ code: 'HISTORY_INCOMPLETE', place: { file, rows: [1] } }]);
  });

  test('leaves nothing in the ledger', async () => {
    await place.tell(['parse', place.write('march.csv', MARCH)]);
    expect((await place.ask(['import', '--list'])).answer).toEqual([]);
  });
});

describe('a file is refused with a reason, a place and a remedy', () => {
  test.each([
    ['that does not exist', 'missing.csv', () => undefined, 'INPUT_UNREADABLE'],
    ['that is a folder', 'folder.csv', (path: string) => mkdirSync(path), 'INPUT_UNREADABLE'],
    ['that is a pipe', 'pipe.csv', (path: string) => execFileSync('mkfifo', [path]), 'INPUT_UNREADABLE'],
    ['that is empty', 'empty.csv', (path: string) => writeFileSync(path, ''), 'UNSUPPORTED_FORMAT'],
    ['of another extension', 'march.txt', (path: string) => writeFileSync(path, MARCH), 'UNSUPPORTED_FORMAT'],
    [
      'with another header',
      'other.csv',
      (path: string) => writeFileSync(path, 'Date;Amount\n'),
      'UNSUPPORTED_FORMAT',
    ],
    ['larger than its reader takes', 'large.csv', writeLarge, 'INPUT_TOO_LARGE'],
    ['whose name is no UTF-8', 'caf\ufffd.csv', () => undefined, 'INPUT_UNREADABLE'],
    ['whose name is too long', `${'x'.repeat(300)}.csv`, () => undefined, 'INPUT_UNREADABLE'],
  ])('%s', async (_, name, make: (path: string) => unknown, code) => {
    make(join(place.files, name));
    const { status, entry } = await parse(name);
    expect(status).toBe(1);
    expect(entry).toMatchObject({
      file: name,
      problems: [
        {
          code,
          remedy: expect.stringMatching(/\w/),
          place: { file: expect.stringContaining(name.slice(-4)) },
        },
      ],
    });
  });

  test('that is an endless device', async () => {
    const { status, entry } = await parse('/dev/zero');
    expect(status).toBe(1);
    expect(entry['problems']).toMatchObject([
      { code: 'INPUT_UNREADABLE', message: 'This is no file but a pipe or a device.' },
    ]);
  });

  test('that may not be read, unless one may read everything', async () => {
    const name = place.write('closed.csv', MARCH);
    chmodSync(join(place.files, name), 0o000);
    const { status, entry } = await parse(name);
    const isRoot = process.getuid?.() === 0;
    expect({ status, refused: !('format' in entry) }).toEqual(
      isRoot ? { status: 0, refused: false } : { status: 1, refused: true },
    );
  });

  test('while the others are read', async () => {
    const { status, answer } = await place.ask(['parse', 'missing.csv', place.write('march.csv', MARCH)]);
    expect(status).toBe(1);
    expect(answer).toMatchObject([
      { file: 'missing.csv', problems: [{}] },
      { file: 'march.csv', rowsTotal: 6 },
    ]);
  });
});

function writeLarge(path: string): void {
  writeFileSync(path, MARCH);
  truncateSync(path, 1_000_001);
}

describe('the folder that the user is in', () => {
  test('is told by npm, which runs scripts in another one', () => {
    place.write('march.csv', MARCH);
    const { status } = place.run(['parse', 'march.csv'], { INIT_CWD: place.folder });
    expect(status).toBe(0);
    mkdirSync(join(place.folder, 'deeper'));
    writeFileSync(join(place.folder, 'deeper', 'deep.csv'), MARCH);
    expect(place.run(['parse', 'deep.csv'], { INIT_CWD: join(place.folder, 'deeper') }).status).toBe(0);
  });
});

describe('two plugins that read the same files', () => {
  const words = ['parse', 'march.csv'];
  // A place of their own: elsewhere they would be two for every test.
  const shared = new Place();

  afterAll(() => shared[Symbol.dispose]());

  beforeAll(() => {
    shared.write('march.csv', MARCH);
    buildPlugin('acme', join(shared.plugins, 'acme'));
    shared.run(['plugins', 'approve', 'acme', '--yes']);
    buildPlugin('acme', join(shared.plugins, 'fork'), (folder) => {
      rename(folder, 'package.json', '@acme/plugin-acme', '@acme/plugin-fork');
      rename(folder, 'plugin.json', '"acme"', '"fork"');
    });
    shared.run(['plugins', 'approve', 'fork', '--yes']);
  }, 60_000);

  test('stop the command until one is named', async () => {
    const { status, stderr, stdout } = shared.run(words);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('AMBIGUOUS_FORMAT  More than one plugin reads files like this one: acme, fork.');
    expect(stdout).toContain('→ Name one of them: --plugin acme');
  });

  test('give the same records under the same ids', async () => {
    const { entry: own } = await parseAt(shared, 'march.csv', '--plugin', 'acme');
    const { entry: fork } = await parseAt(shared, 'march.csv', '--plugin', 'fork');
    expect(fork).toMatchObject({ plugin: 'fork' });
    expect({ ...fork, plugin: 'acme' }).toEqual(own);
  });

  test('are never shown a file that they do not recognise', async () => {
    const { status, entry } = await parseAt(
      shared,
      shared.write('other.csv', 'Date;Amount\n'),
      '--plugin',
      'fork',
    );
    expect(status).toBe(1);
    expect(entry['problems']).toMatchObject([
      { code: 'UNSUPPORTED_FORMAT', message: expect.stringContaining('"fork"') },
    ]);
  });
});

function rename(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}
