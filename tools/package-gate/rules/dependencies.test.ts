import { expect, test } from '@jest/globals';
import { LIBRARY, packFiles } from '../testing/made-up-package.ts';
import { dependencyRule, parseIssues } from './dependencies.ts';

const named = (name: string) => [{ name, line: 1, col: 1 }];
const REPORT = JSON.stringify({
  issues: [
    { file: 'packages/made-up/package.json', dependencies: named('unused'), devDependencies: named('idle') },
    { file: 'packages/made-up/src/index.ts', unlisted: named('stranger'), unresolved: named('./gone.js') },
    { file: 'packages/made-up-too/package.json', dependencies: named('of another package') },
  ],
});

test('dependencies that are unused, undeclared or not there are found in their package', () => {
  using made = packFiles(LIBRARY);
  expect(dependencyRule(parseIssues(REPORT)).check(made.facts)).toEqual([
    'unused is a dependency and never used (packages/made-up/package.json).',
    'idle is a devDependency and never used (packages/made-up/package.json).',
    'stranger is used and not in package.json (packages/made-up/src/index.ts).',
    './gone.js is imported and does not exist (packages/made-up/src/index.ts).',
  ]);
});

test('a package that knip says nothing of is fine', () => {
  using made = packFiles(LIBRARY);
  expect(dependencyRule([]).check(made.facts)).toEqual([]);
});
