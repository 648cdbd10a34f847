import semver from 'semver';
import { error } from '../../manifest/finding.js';
import { toVersionRange } from '../../manifest/version-range.js';
import type { ManifestRule } from '../manifest-rule.js';
import { negotiateApiVersion } from '../negotiate-api-version.js';

/** Plugin and host have a contract version in common. */
export const checkApiVersion: ManifestRule = ({ api }, { apiVersions }) => {
  if (toVersionRange(api) === undefined || negotiateApiVersion(api, apiVersions) !== undefined) return [];
  const served = apiVersions.join(', ');
  const message = `The plugin is written for contract ${api}; this host serves ${served}.`;
  const older = apiVersions.every((version) => semver.ltr(version, api)) ? 'Bourse' : 'the plugin';
  return [error('API_INCOMPATIBLE', message, { path: 'api' }, `Update ${older}.`)];
};
