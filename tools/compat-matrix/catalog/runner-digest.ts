import { join } from 'node:path';
import { digestFiles, digestText } from './digest-files.ts';

/** Changes with what decides how a cell is run. */
export const RUNNER_DIGEST = digestText(
  process.version,
  digestFiles(join(import.meta.dirname, '..'), ['cell/*.ts', 'suite/*.ts', 'next-contract/*.ts']),
);
