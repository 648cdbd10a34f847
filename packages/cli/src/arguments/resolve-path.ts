import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The path that the user means: below the folder that he is in, or, where nothing is there, below the working folder
 * that a script of his own may have chosen.
 */
export function resolvePath(path: string, userFolder: string): string {
  const meant = resolve(userFolder, path);
  const other = resolve(path);
  return !existsSync(meant) && existsSync(other) ? other : meant;
}
