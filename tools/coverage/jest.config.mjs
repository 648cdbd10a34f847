import { EXCLUDED } from './excluded.mjs';

/** Packages whose lines must be run by tests. */
const MEASURED = ['core', 'sdk'];

export default {
  rootDir: '../..',
  projects: MEASURED.map((name) => `<rootDir>/packages/${name}/jest.config.mjs`),
  randomize: true,
  maxWorkers: 2,
  testTimeout: 60_000,
  // Counts statements; V8's counter takes the lines of a file that has only types for lines never run.
  coverageProvider: 'babel',
  coverageDirectory: '<rootDir>/coverage',
  coverageReporters: ['text', 'lcov'],
  collectCoverageFrom: [
    ...MEASURED.map((name) => `packages/${name}/src/**/*.ts`),
    '!**/*.test.ts',
    '!**/fixtures/**',
    ...EXCLUDED.map(({ path }) => `!${path}`),
  ],
  coverageThreshold: { global: { lines: 90 } },
};
