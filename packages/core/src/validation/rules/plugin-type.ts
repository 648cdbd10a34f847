import { SERVED_PLUGIN_TYPES } from '../../interfaces/enumerations/plugin-type.js';
import { error } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';

/** The contract has services for plugins of this type. */
export const checkPluginType: ManifestRule = ({ type }) => {
  if (SERVED_PLUGIN_TYPES.includes(type)) return [];
  const message = `Plugins of type "${type}" are not served yet; served are: ${SERVED_PLUGIN_TYPES.join(', ')}.`;
  return [error('TYPE_NOT_YET_SERVED', message, { path: 'type' })];
};
