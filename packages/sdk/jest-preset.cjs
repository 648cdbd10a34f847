'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

// Inside Bourse's own repository the packages are tested from their sources; an installed sdk has only dist.
const fromSource = existsSync(join(__dirname, 'src', 'index.ts'));

/** Jest for ES modules in TypeScript; needs `node --experimental-vm-modules`. */
module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: {
    customExportConditions: [...(fromSource ? ['@bourse/source'] : []), 'node', 'node-addons'],
  },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      require.resolve('@swc/jest'),
      {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'esnext' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testMatch: ['<rootDir>/{src,test,emulator}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/', '\\.long\\.test\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out-tsc/'],
  restoreMocks: true,
  // Tests start processes, and machines that build are busy; no test asserts a time.
  testTimeout: 60_000,
};
