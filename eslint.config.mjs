import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import * as jsoncParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';
import { depConstraints } from './tools/lint/layers.mjs';
import {
  noDefaultExport,
  noNodeInPlugins,
  noTestTitleWithShould,
  onlyTheContractInSdk,
} from './tools/lint/restrictions.mjs';
import { declaredImports } from './tools/lint/rules/declared-imports.mjs';
import { moduleBoundaries } from './tools/lint/rules/module-boundaries.mjs';
import { rooms } from './tools/lint/rules/rooms.mjs';

const SOURCES = ['packages/*/src/**/*.ts', 'plugins/*/src/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/test/**/*.ts'];
const TYPED = ['packages/**/*.ts', 'plugins/**/*.ts', 'tools/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/out-tsc/',
      'tools/lint/fixtures/',
      'coverage/',
      '.nx/',
      'packages/*/bin/',
      'packages/sdk/jest-preset.cjs',
      // Declares the globals of a cell, which contradict those of Node.
      'packages/sdk/globals.d.ts',
      // Parts of plugins, which are checked as a whole once they are put together.
      'packages/create-bourse-plugin/template/',
      // A plugin as it is copied out; it names the sdk by its package.
      'packages/sdk/src/fixtures/acme/',
      'packages/sdk/src/fixtures/acme-rates/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mjs}'],
    extends: [js.configs.recommended, tseslint.configs.strict],
    plugins: {
      '@nx': { rules: { ...nx.rules, 'enforce-module-boundaries': moduleBoundaries } },
      bourse: { rules: { 'declared-imports': declaredImports, rooms } },
    },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-depth': ['error', 3],
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: TYPED,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: ['**/*.ts'], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'URL',
          'clearInterval',
          'clearTimeout',
          'console',
          'process',
          'setInterval',
          'setTimeout',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: SOURCES, rules: { 'no-restricted-syntax': ['error', noDefaultExport] } },
  { files: ['packages/core/src/**/*.ts'], ignores: TESTS, rules: { 'bourse/rooms': 'error' } },
  {
    files: ['packages/sdk/src/**/*.ts'],
    ignores: ['packages/sdk/src/{testing,build,check,command}/**', ...TESTS],
    rules: { 'no-restricted-imports': ['error', onlyTheContractInSdk] },
  },
  { files: ['plugins/**/*.ts'], rules: { 'bourse/declared-imports': 'error' } },
  {
    files: ['plugins/*/src/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-imports': ['error', noNodeInPlugins] },
  },
  {
    files: TESTS,
    rules: { 'max-lines-per-function': 'off', 'no-restricted-syntax': ['error', noTestTitleWithShould] },
  },
  {
    files: ['packages/*/package.json'],
    languageOptions: { parser: jsoncParser },
    plugins: { '@nx': nx },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          // The sdk's jest preset names these; Nx does not read .cjs files.
          ignoredDependencies: ['@swc/core', '@swc/jest'],
          ignoredFiles: [
            '{projectRoot}/**/*.test.ts',
            '{projectRoot}/test/**',
            '{projectRoot}/jest.config.mjs',
            '{projectRoot}/scripts/**',
            // Bundled into one file, so that nothing it uses is installed with core.
            '{projectRoot}/src/cell/guest/**',
            '{projectRoot}/**/fixtures/**',
            // Tools of core's own tests, which are not published.
            'packages/core/src/testing/**',
            // Belongs to the plugins that are made from it.
            'packages/create-bourse-plugin/template/**',
          ],
        },
      ],
    },
  },
);
