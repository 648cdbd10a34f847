import { globSync } from 'node:fs';

// Every package, every plugin folder (linked by npm or not) and the tools; jest expands no globs itself when one matches nothing.
const configs = globSync('{packages,plugins}/*/jest.config.mjs', { cwd: import.meta.dirname });

export default {
  projects: [...configs, 'tools/jest.config.mjs'].map((config) => `<rootDir>/${config}`),
  randomize: true,
  // One more than the processors of the smallest machine: many tests wait for other processes.
  maxWorkers: 3,
  // Tests start processes, and machines that build are busy; no test asserts a time.
  testTimeout: 60_000,
};
