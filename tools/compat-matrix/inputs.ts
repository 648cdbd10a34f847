import { digestFiles } from './catalog/digest-files.ts';
import { RELEASES } from './release-index.ts';

/** Changes with every released package and every suite that is kept: what docs/compatibility.md is made from. */
export function digestInputs(): string {
  return digestFiles(RELEASES, ['*']);
}
