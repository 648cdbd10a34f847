import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { checkTree, type TreeState } from './check-tree.ts';
import { extractCurrentReports, reportPath } from './current-reports.ts';
import { ENTRY_POINTS, WATCHED_PACKAGES } from './entry-points.ts';
import type { DeclarationTree } from './extract/declaration-tree.ts';
import { extractReports, type Reports } from './extract/extract-reports.ts';
import { declareReleases, findLastReleases, type LastReleases } from './extract/released-tree.ts';
import { readChangesets } from './rule/read-changesets.ts';

/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

let tree: DeclarationTree;
let releases: LastReleases;
let current: Reports;
let released: Reports;

beforeAll(() => {
  current = extractCurrentReports();
  releases = findLastReleases(WATCHED_PACKAGES);
  tree = declareReleases(releases);
  released = extractReports(tree);
}, PATIENCE_MS);

afterAll(() => tree[Symbol.dispose]());

const stateOfTree = (): TreeState => {
  return { current, released, releases, changesets: readChangesets(join(ROOT, '.changeset')) };
};

test.each(ENTRY_POINTS)('packages/$package/$report is what "npm run api-report" writes', (entry) => {
  const path = reportPath(entry);
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(current.get(entry));
});

test('what changed since the last release is as large as the next version says', () => {
  expect(checkTree(stateOfTree())).toEqual([]);
});

/** A tree whose last releases had one export less, and were of a version that nothing here is higher than. */
const NO_EXPORT = '```ts\n\nexport const API_VERSION = "1.0.0";\n\n```\n';
const NEW_EXPORT = '```ts\n\nexport const API_VERSION = "1.0.0";\n\nexport const MORE = 1;\n\n```\n';

test('an export more fails without a changeset of its package', () => {
  const state: TreeState = {
    current: new Map(ENTRY_POINTS.map((entry) => [entry, NEW_EXPORT])),
    released: new Map(ENTRY_POINTS.map((entry) => [entry, NO_EXPORT])),
    releases: Object.fromEntries(
      Object.entries(releases).map(([name, release]) => [name, { ...release, version: '999.0.0' }]),
    ),
    changesets: new Map(),
  };
  const found = checkTree(state).join('\n');
  expect(found).toContain(`Add a changeset "'@bourse/core': minor"`);
  expect(found).toContain(`Add a changeset "'@bourse/sdk': minor"`);
  const changesets = new Map([
    ['@bourse/core', 'minor'],
    ['@bourse/sdk', 'minor'],
  ] as const);
  expect(checkTree({ ...state, changesets })).toEqual([]);
});
