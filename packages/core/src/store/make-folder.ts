import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those that it stands in, for the user alone. The recursive `mkdirSync` tries for ever where the
 * system refuses with ENOENT, as below /proc.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another host may have made it just now.
    if (!existsSync(folder)) throw error;
  }
}
