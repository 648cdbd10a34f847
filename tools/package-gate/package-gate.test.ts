import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listPackageFolders, packPackages, type PackedPackages } from './facts/pack-packages.ts';
import { formatVerdicts } from './format-verdicts.ts';
import { listRules } from './list-rules.ts';
import { runGate, type Verdict } from './run-gate.ts';
import { BUDGETS } from './size-budgets.ts';

/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

let packed: PackedPackages;
let verdicts: readonly Verdict[];

beforeAll(async () => {
  packed = packPackages();
  verdicts = await runGate(packed.packages, listRules());
}, PATIENCE_MS);

afterAll(() => packed[Symbol.dispose]());

test.each(listPackageFolders())('%s is fit to be published', (folder) => {
  const found = verdicts.filter((verdict) => verdict.package === folder);
  expect(found.length).toBeGreaterThan(5);
  expect(found.flatMap(({ rule, findings }) => findings.map((finding) => `${rule}: ${finding}`))).toEqual([]);
});

test('every budget is that of a package, and the table shows all of them', () => {
  expect(Object.keys(BUDGETS).filter((folder) => !listPackageFolders().includes(folder))).toEqual([]);
  const table = formatVerdicts(packed.packages, verdicts);
  expect(listPackageFolders().filter((folder) => !table.includes(folder))).toEqual([]);
});
