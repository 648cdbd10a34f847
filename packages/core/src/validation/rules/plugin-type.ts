import { hasContract } from '../../interfaces/api-version.js';
import { PLUGIN_TYPES_SINCE, SERVED_PLUGIN_TYPES } from '../../interfaces/enumerations/plugin-type.js';
import { error } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';
import { negotiateApiVersion } from '../negotiate-api-version.js';

/** The contract has services for plugins of this type. */
export const checkPluginType: ManifestRule = ({ type, api }, { apiVersions }) => {
  if (!SERVED_PLUGIN_TYPES.includes(type)) {
    const message = `Plugins of type "${type}" are not served yet; served are: ${SERVED_PLUGIN_TYPES.join(', ')}.`;
    return [error('TYPE_NOT_YET_SERVED', message, { path: 'type' })];
  }
  const since = PLUGIN_TYPES_SINCE[type];
  const version = negotiateApiVersion(api, apiVersions);
  if (since === undefined || version === undefined || hasContract(version, since)) return [];
  const message = `Plugins of type "${type}" are served from contract ${since} on; the plugin claims ${api}.`;
  return [error('TYPE_NOT_YET_SERVED', message, { path: 'type' }, 'Claim that contract in "api".')];
};
