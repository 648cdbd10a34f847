import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePackage } from '../security/scene/write-package.ts';
import { digestText } from './catalog/digest-files.ts';
import type { PluginRow } from './catalog/plugin-row.ts';
import { readCores } from './catalog/read-cores.ts';
import { columnsOf } from './matrix/column.ts';
import { judgeRow } from './matrix/judge-row.ts';
import type { MatrixCell } from './matrix/matrix-cell.ts';
import { tryOut, type CoreColumn } from './matrix/try-out.ts';
import { formatTable } from './report/table.ts';
import { toJson } from './report/to-json.ts';
import type { SuiteItem } from './suite/recorded-suite.ts';

const PATIENCE_MS = 300_000;

/** Offers one account; `early` runs before anything else. */
const plugin = (early = ''): string => `module.exports = { default: { type: 'broker', activate: (context) => {
  ${early}
  return { account: { listAccounts: async () => ({ items: [{ id: 'A1' }] }) } };
} } };`;

const ITEMS: readonly SuiteItem[] = [
  {
    kind: 'session',
    name: 'accounts',
    since: '1.0.0',
    settings: {},
    steps: [{ service: 'account', method: 'listAccounts', request: {} }],
    reads: false,
  },
];
const EXPECTED = { accounts: [{ items: [{ id: 'A1' }] }] };

let folder: string;
let columns: CoreColumn[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-fixtures-'));
  columns = columnsOf(await readCores([]));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Fixture {
  readonly api: string;
  readonly script?: string;
  readonly expected?: Readonly<Record<string, readonly unknown[]>>;
  readonly isReleased?: boolean;
}

/** The row of a plugin of our own, in a matrix with the core of the working tree. */
async function judge({
  api,
  script = plugin(),
  expected = EXPECTED,
  isReleased = false,
}: Fixture): Promise<MatrixCell[]> {
  const id = 'fixture';
  const plugins = mkdtempSync(join(folder, 'plugins-'));
  writePackage(plugins, {
    id,
    script,
    manifest: { api, services: ['account'], statements: undefined, storage: '8KiB' },
  });
  const manifest = readFileSync(join(plugins, id, 'dist', 'manifest.json'), 'utf8');
  const row: PluginRow = {
    id,
    name: '@acme/plugin-fixture',
    version: '1.0.0',
    isReleased,
    builtWith: '1.0.0',
    api,
    digest: digestText(manifest, script),
    plugins,
    inputs: { now: Date.UTC(2026, 0, 1), items: [...ITEMS] },
  };
  return judgeRow(row, columns, (column, plan) => tryOut(row, column, plan, expected));
}

const outcomes = (cells: readonly MatrixCell[]): string[] =>
  cells.map(({ column, outcome, ok }) => `${column.contract} ${outcome}${ok ? '' : ' !'}`);

/** What is said of the cells that are wrong. */
const said = (cells: readonly MatrixCell[]): string =>
  cells
    .filter(({ ok }) => !ok)
    .map(({ message = '' }) => message)
    .join('\n');

test(
  'a plugin whose claim is right',
  async () => {
    const cells = await judge({ api: '>=1.0.0 <2.0.0' });
    expect(said(cells)).toBe('');
    expect(outcomes(cells)).toEqual([
      '1.0.0 works',
      '1.1.0 works',
      '2.0.0 works through adapter',
      '2.0.0 refused as declared',
    ]);
    expect(toJson(cells).at(-2)).toEqual({
      plugin: 'fixture',
      version: '1.0.0 (working tree)',
      core: 'working tree',
      api: '2.0.0',
      outcome: 'works through adapter',
      ok: true,
    });
  },
  PATIENCE_MS,
);

describe('a range of the working tree that is wrong is caught with its mend:', () => {
  test.each([
    ['too narrow below', '>=1.1.0 <2.0.0', plugin(), '>=1.0.0 <2.0.0'],
    ['too narrow above', '>=1.0.0 <1.1.0', plugin(), '>=1.0.0 <2.0.0'],
    ['too wide above', '>=1.0.0 <3.0.0', plugin(), '>=1.0.0 <2.0.0'],
    ['too wide below', '>=1.0.0 <2.0.0', plugin('context.storage.get;'), '>=1.1.0 <2.0.0'],
  ])(
    '%s: %s',
    async (_, api, script, mend) => {
      expect(said(await judge({ api, script }))).toContain(`plugin.json \`api\` should read "${mend}"`);
    },
    PATIENCE_MS,
  );
});

test(
  'a claim beyond what the plugin speaks is broken where that is served',
  async () => {
    const cells = await judge({ api: '>=1.0.0 <3.0.0' });
    expect(outcomes(cells).slice(2)).toEqual(['2.0.0 broken !', '2.0.0 broken !']);
  },
  PATIENCE_MS,
);

test(
  'other results than recorded are broken, and the difference is told',
  async () => {
    const cells = await judge({ api: '>=1.0.0 <2.0.0', expected: { accounts: [{ items: [{ id: 'A2' }] }] } });
    expect(outcomes(cells).slice(0, 3)).toEqual(['1.0.0 broken !', '1.1.0 broken !', '2.0.0 broken !']);
    expect(said(cells)).toContain('accounts: 0.items.0.id: expected "A2", found "A1"');
    expect(formatTable(cells)).toContain('✗ fixture 1.0.0 (working tree) on working tree, contract 1.1.0');
  },
  PATIENCE_MS,
);

describe('a released plugin', () => {
  test(
    'whose claim is false is broken',
    async () => {
      const script = plugin('context.storage.get;');
      const cells = await judge({ api: '>=1.0.0 <2.0.0', script, isReleased: true });
      expect(outcomes(cells).slice(0, 2)).toEqual(['1.0.0 broken !', '1.1.0 works']);
    },
    PATIENCE_MS,
  );

  test(
    'cannot be mended any more: a range that is only narrow stays',
    async () => {
      const cells = await judge({ api: '>=1.1.0 <2.0.0', isReleased: true });
      expect(outcomes(cells).slice(0, 2)).toEqual(['1.0.0 refused as declared', '1.1.0 works']);
    },
    PATIENCE_MS,
  );
});
