import { basename, dirname } from 'node:path';

/** The `node_modules` folders that this package is installed in, where plugins are installed beside it. */
export function findInstalledFolders(folder: string): string[] {
  const parent = dirname(folder);
  if (parent === folder) return [];
  return [...(basename(folder) === 'node_modules' ? [folder] : []), ...findInstalledFolders(parent)];
}
