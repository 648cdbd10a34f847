import { join } from 'node:path';
import { ROOT } from '../root.ts';
import type { EntryPoint } from './entry-points.ts';
import { extractReports, type Reports } from './extract/extract-reports.ts';
import { declareWorkingTree } from './extract/working-tree.ts';

/** The reports of the sources as they are now. */
export function extractCurrentReports(): Reports {
  using tree = declareWorkingTree();
  return extractReports(tree);
}

/** Where the report of an entry point is kept. */
export function reportPath({ package: name, report }: EntryPoint): string {
  return join(ROOT, 'packages', name, report);
}
