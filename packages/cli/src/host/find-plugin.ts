import type { PluginDetails, PluginManager } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { findClosest } from '../arguments/closest.js';

/**
 * The plugin of an id.
 *
 * @throws ProblemError PLUGIN_UNKNOWN, with the id that was probably meant
 */
export function findPlugin(manager: PluginManager, id: string): PluginDetails {
  const ids = manager.list().map((plugin) => plugin.id);
  if (ids.includes(id)) return manager.info(id);
  const closest = findClosest(id, ids);
  throw new ProblemError({
    code: 'PLUGIN_UNKNOWN',
    message: `There is no plugin "${id}".`,
    ...(closest === undefined ? {} : { remedy: `Did you mean "${closest}"?` }),
  });
}
