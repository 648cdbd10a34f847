import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { failureFinding } from '../manifest/failure-finding.js';
import type { Finding } from '../manifest/finding.js';
import { failureOf } from '../manifest/read-file.js';
import type { PluginSource } from './plugin-source.js';

/** Real paths of the folders of a source that may hold a plugin. */
export interface FolderListing {
  readonly folders: readonly string[];
  readonly findings: readonly Finding[];
}

/** Lists the folders of a source by name: one level, in node_modules also those of scopes. A missing source has none. */
export function listFolders({ kind, path }: PluginSource): FolderListing {
  const root = realFolder(path);
  if (root === undefined) return { folders: [], findings: [] };
  try {
    const folders = listBelow(root).flatMap((folder) =>
      kind === 'installed' ? withinScope(folder) : [folder],
    );
    return { folders: folders.map(({ path: found }) => found), findings: [] };
  } catch (thrown) {
    return { folders: [], findings: [failureFinding(failureOf(thrown), path)] };
  }
}

interface Folder {
  readonly name: string;
  readonly path: string;
}

function withinScope(folder: Folder): readonly Folder[] {
  return folder.name.startsWith('@') ? listBelow(folder.path) : [folder];
}

function listBelow(root: string): readonly Folder[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folderAt(root, entry);
      return path === undefined ? [] : [{ name: entry.name, path }];
    });
}

/** Only a link needs to be resolved: the root is a real path already. */
function folderAt(root: string, entry: Dirent): string | undefined {
  if (entry.isDirectory()) return join(root, entry.name);
  return entry.isSymbolicLink() ? realFolder(join(root, entry.name)) : undefined;
}

/** The real path of a folder; undefined for what is missing or no folder. */
export function realFolder(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return statSync(real).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}
