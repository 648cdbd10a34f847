import { describe, expect, test } from '@jest/globals';
import type { PackageFacts } from '../facts/package-facts.ts';
import { LIBRARY, packFiles, withPackageJson, type Files } from '../testing/made-up-package.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { licence } from './licence.ts';
import { published } from './publint.ts';
import type { Rule } from './rule.ts';
import { secrets } from './secrets.ts';
import { size } from './size.ts';
import { types } from './types.ts';

async function check(rule: Rule, content: Files, kind?: PackageFacts['kind']): Promise<string> {
  using made = packFiles(content, kind);
  return (await rule.check(made.facts)).join('\n');
}

const without = (path: string): Files =>
  Object.fromEntries(Object.entries(LIBRARY).filter(([name]) => name !== path));
const COMMON_TYPES: Files = {
  ...withPackageJson({ exports: { '.': { types: './dist/index.d.cts', default: './dist/index.js' } } }),
  'dist/index.d.cts': 'export declare const one: 1;\n',
};
const ROOMY = size({ 'packages/made-up': 5 });

test.each([licence, files, exports, secrets, ROOMY, published, types])(
  'a package as it should be passes the rule "$name"',
  async (rule) => {
    expect(await check(rule, LIBRARY)).toBe('');
  },
);

describe('the rule', () => {
  test.each([
    [
      'licence',
      licence,
      withPackageJson({ license: 'UNLICENSED' }),
      '"license" in package.json is not "MIT"',
    ],
    ['licence', licence, withPackageJson({ description: undefined }), 'no "description"'],
    ['licence', licence, without('LICENSE'), 'no LICENSE'],
    ['files', files, without('README.md'), 'README.md is missing'],
    ['files', files, without('CHANGELOG.md'), 'CHANGELOG.md is missing'],
    ['files', files, { ...LIBRARY, 'src/index.ts': '' }, 'src/index.ts does not belong in it'],
    ['files', files, { ...LIBRARY, 'dist/index.test.js': '' }, 'dist/index.test.js does not belong in it'],
    ['files', files, { ...LIBRARY, 'dist/.env': '' }, 'dist/.env does not belong in it'],
    ['exports', exports, withPackageJson({ type: 'commonjs' }), '"type" is not "module"'],
    ['exports', exports, withPackageJson({ sideEffects: undefined }), '"sideEffects" is not false'],
    [
      'exports',
      exports,
      without('dist/index.d.ts'),
      'leads to ./dist/index.d.ts, which is not in the package',
    ],
    ['exports', exports, withPackageJson({ exports: {} }), 'hides ./package.json'],
    [
      'exports',
      exports,
      withPackageJson({ exports: { '.': { default: './dist/index.js' } } }),
      'begin with "types"',
    ],
    [
      'exports',
      exports,
      withPackageJson({ bin: { made: './bin/made.js' } }),
      'bin.made leads to ./bin/made.js',
    ],
    [
      'secrets',
      secrets,
      { ...LIBRARY, 'dist/a.js': `'gh${'p_'}${'a'.repeat(36)}'` },
      'dist/a.js holds a token of GitHub',
    ],
    ['secrets', secrets, { ...LIBRARY, '.npmrc': '//registry/:_authToken=x' }, 'holds a token of a registry'],
    [
      'secrets',
      secrets,
      { ...LIBRARY, 'dist/a.js': `-----BEGIN ${'PRIVATE KEY'}-----\n${'M'.repeat(64)}` },
      'holds a private key',
    ],
    [
      'secrets',
      secrets,
      { ...LIBRARY, 'dist/a.js': `${import.meta.dirname}/a.ts` },
      'a path of this machine',
    ],
    ['size', size({ 'packages/made-up': 0 }), LIBRARY, 'It has 1 KB, 0 KB are allowed'],
    ['size', size({}), LIBRARY, 'It has no budget: give it 2 KB'],
    ['publint', published, without('dist/index.js'), 'but the file does not exist'],
    [
      'types',
      types,
      { ...LIBRARY, 'dist/index.d.ts': 'export { one } from "./one";\n' },
      'InternalResolutionError',
    ],
    ['types', types, COMMON_TYPES, 'FalseCJS'],
  ])('%s finds what is wrong', async (_, rule, content, finding) => {
    expect(await check(rule, content)).toContain(finding);
  });

  test('publint lets the script of a plugin be no module, and nothing else', async () => {
    const script = { 'dist/plugin.js': 'module.exports = { one: require("one") };\n' };
    const packageJson =
      withPackageJson({ exports: undefined, main: './dist/plugin.js' })['package.json'] ?? '';
    const content = { ...LIBRARY, ...script, 'package.json': packageJson };
    expect(await check(published, content)).toContain('/dist/plugin.js is written in CJS');
    expect(await check(published, content, 'plugin')).toBe('');
  });
});
