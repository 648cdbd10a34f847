import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The plugin packages of this repository, whether npm has linked them or not, as paths relative to the root. */
export function pluginFolders(root) {
  return foldersWith(root, ['plugin.json', 'package.json']);
}

/** What npm takes for a workspace, plugin or not. */
export function workspaceFolders(root) {
  return foldersWith(root, ['package.json']);
}

function foldersWith(root, files) {
  const parent = join(root, 'plugins');
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => files.every((file) => existsSync(join(parent, name, file))))
    .map((name) => `plugins/${name}`)
    .sort();
}
