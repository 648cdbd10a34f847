import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { readFileSync } from 'node:fs';
import type { Rule } from './rule.ts';

/** Our packages are ES modules for Node 26: who resolves as Node 10 or requires is not served. */
const SERVED = ['node16-esm', 'bundler'];
/** Entry points that hold configuration for tools, and no code. */
const CONFIGURATION = /jest-preset|tsconfig|schema\.json|package\.json/;

/** The types of each entry point resolve, and are those of the code. */
export const types: Rule = {
  name: 'types',
  check: async ({ kind, archive, packageJson }) => {
    if (kind === 'plugin') return [];
    const excludeEntrypoints = Object.keys({ ...Object(packageJson['exports']) }).filter((entry) =>
      CONFIGURATION.test(entry),
    );
    const result = await checkPackage(createPackageFromTarballData(readFileSync(archive)), {
      excludeEntrypoints,
    });
    if (result.types === false) return ['It has no types.'];
    const served = result.problems.filter(
      (problem) => !('resolutionKind' in problem) || SERVED.includes(problem.resolutionKind),
    );
    return served.map(({ kind: what, ...where }) => `${what} ${JSON.stringify(where)}`);
  },
};
