import { error } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';

/** `@scope/plugin-x`, `bourse-plugin-x` and `@scope/bourse-plugin-x` are names of the plugin `x`. */
const PACKAGE_NAME = /^(?:@[a-z0-9][a-z0-9._-]*\/(?:bourse-)?plugin-|bourse-plugin-)([a-z0-9-]+)$/;

/** The id is the package name without its prefix, so that nobody takes the id of another by accident. */
export const checkPluginId: ManifestRule = ({ dialect, id, name }) => {
  if (dialect !== 'bourse' || idOf(name) === id) return [];
  const message = `The package "${name}" cannot hold the plugin "${id}".`;
  const remedy = `Name the package "@your-scope/plugin-${id}" or "bourse-plugin-${id}", or change the id.`;
  return [error('PLUGIN_ID_INVALID', message, { path: 'id' }, remedy)];
};

/** The id that a package name stands for. */
function idOf(packageName: string): string | undefined {
  return PACKAGE_NAME.exec(packageName)?.[1];
}
