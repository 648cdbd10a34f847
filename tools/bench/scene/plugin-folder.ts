import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../root.ts';
import { digestOf } from '../../security/scene/write-package.ts';

/** A plugin of this repository, as it was built. */
export const PLUGIN = 'degiro';
export const PLUGIN_FOLDER = join(ROOT, 'plugins', PLUGIN);

export function pluginScript(): string {
  return readFileSync(join(PLUGIN_FOLDER, 'dist', 'plugin.js'), 'utf8');
}

/** The digest by which a release would approve it. */
export function pluginDigest(): string {
  return digestOf(readFileSync(join(PLUGIN_FOLDER, 'dist', 'manifest.json'), 'utf8'));
}
