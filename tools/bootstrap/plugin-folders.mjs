import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The plugin packages of this repository, whether npm has linked them or not, as paths relative to the root. */
export function pluginFolders(root) {
  const parent = join(root, 'plugins');
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => ['plugin.json', 'package.json'].every((file) => existsSync(join(parent, name, file))))
    .map((name) => `plugins/${name}`)
    .sort();
}
