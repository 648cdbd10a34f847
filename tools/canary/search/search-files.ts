import { readFileSync } from 'node:fs';
import { listFiles } from '../../security/watch/size-of.ts';
import type { Finds } from './finds.ts';

/** Looks through the files below a folder whose paths fit. */
export function searchFiles(folder: string, fits: (path: string) => boolean, finds: Finds): void {
  for (const path of listFiles(folder)) if (fits(path)) finds.search(readFileSync(path));
}
