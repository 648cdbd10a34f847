import { join } from 'node:path';
import { ROOT } from '../../root.ts';

/** What the matrix keeps for its next run; below node_modules, so that a released core finds its dependencies. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'bourse-matrix');
