import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { judge } from './eslint-step.ts';
import { FixtureWorkspace, type Finding } from './testing/lint-fixtures.ts';

let workspace: FixtureWorkspace;
let findings: Finding[];

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `  use(${index});\n`).join('');

beforeAll(async () => {
  workspace = new FixtureWorkspace();
  workspace.write(
    'packages/core/src/long-function.ts',
    `export function long(use: (n: number) => void): void {\n${lines(61)}}\n`,
  );
  workspace.write('packages/core/src/long-file.ts', 'export {};\n'.repeat(401));
  await workspace.computeGraph();
  findings = await workspace.findings();
}, 60_000);

afterAll(() => workspace[Symbol.dispose]());

const boundaries = '@nx/enforce-module-boundaries';

describe('a file that breaks the rule is found, and the message says why', () => {
  test.each([
    ['packages/core/src/uses-sdk.ts', boundaries, /layer:core.*core knows nothing of what is built on it/],
    ['packages/sdk/src/uses-portfolio.ts', boundaries, /layer:sdk.*may use the contract and nothing else/],
    ['packages/portfolio/src/uses-cli.ts', boundaries, /layer:portfolio.*the ledger works with records/],
    ['packages/cli/src/uses-plugin.ts', boundaries, /layer:cli.*goes through the manager/],
    ['plugins/acme/src/uses-core.ts', boundaries, /layer:plugin.*the sdk is all it has/],
    ['tools/uses-plugin.ts', boundaries, /layer:tools.*only through the manager/],
    ['packages/untagged/src/index.ts', boundaries, /project without tags/],
    ['packages/sdk/src/reaches-by-path.ts', boundaries, /reached by its name and its exports/],
    ['packages/sdk/src/uses-manager.ts', 'no-restricted-imports', /may use @bourse\/core\/interfaces only/],
    ['packages/core/package.json', '@nx/dependency-checks', /missing from "dependencies".*semver/s],
    ['packages/core/package.json', '@nx/dependency-checks', /"big\.js" package is not used/],
    [
      'packages/core/src/interfaces/uses-manager.ts',
      'bourse/rooms',
      /interfaces may not import manager.*read and tested/,
    ],
    ['packages/core/src/interfaces/uses-semver.ts', 'bourse/rooms', /zod only, not "semver"/],
    ['packages/core/src/cell/guest/uses-host.ts', 'bourse/rooms', /cell\/guest may not import cell\/host/],
    ['packages/core/src/health/uses-manager.ts', 'bourse/rooms', /health may not import manager/],
    ['packages/core/src/attic/new-room.ts', 'bourse/rooms', /"attic" is not in tools\/lint\/rooms\.mjs/],
    ['plugins/acme/src/reads-files.ts', 'no-restricted-imports', /'node:fs'.*a cell that has no Node/],
    ['plugins/acme/src/reads-files.ts', 'no-restricted-imports', /'path'.*a cell that has no Node/],
    ['plugins/acme/src/undeclared.ts', 'bourse/declared-imports', /"semver" is not in the devDependencies/],
    ['packages/core/src/default-export.ts', 'no-restricted-syntax', /Export by name/],
    ['packages/core/src/wishes.test.ts', 'no-restricted-syntax', /states a fact/],
    ['packages/core/src/long-function.ts', 'max-lines-per-function', /too many lines \(63\).*60/],
    ['packages/core/src/long-file.ts', 'max-lines', /too many lines \(401\).*400/],
    ['packages/core/src/too-deep.ts', 'max-depth', /nested too deeply \(4\).*3/],
    ['packages/core/src/any.ts', '@typescript-eslint/no-explicit-any', /Unexpected any/],
    ['packages/core/src/non-null.ts', '@typescript-eslint/no-non-null-assertion', /non-null/],
    [
      'packages/core/src/floating-promise.ts',
      '@typescript-eslint/no-floating-promises',
      /Promises must be awaited/,
    ],
  ])('%s: %s %s', (file, rule, message) => {
    const said = findings.filter((finding) => finding.file === file && finding.rule === rule);
    expect(said.map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
  });

  test('a long file is a warning, everything else an error', () => {
    expect(new Set(findings.filter(({ severity }) => severity === 1).map(({ rule }) => rule))).toEqual(
      new Set(['max-lines']),
    );
  });
});

describe('a file that keeps the rules is left alone', () => {
  test.each([
    'packages/core/src/interfaces/index.ts',
    'packages/sdk/src/uses-contract.ts',
    'packages/sdk/src/testing/uses-core.ts',
    'plugins/acme/src/uses-sdk.ts',
  ])('%s', (file) => {
    expect(findings.filter((finding) => finding.file === file)).toEqual([]);
  });
});

test('ESLint without a project graph fails the check, though ESLint itself ends well', async () => {
  using bare = new FixtureWorkspace();
  const output = await bare.lint('packages/core/src/uses-sdk.ts');
  expect(judge({ ok: true, output })).toEqual({ ok: false, output });
  expect(judge({ ok: true, output: '' })).toEqual({ ok: true, output: '' });
}, 60_000);
