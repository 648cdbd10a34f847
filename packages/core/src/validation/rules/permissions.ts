import { GATEWAY_SINCE, hasContract } from '../../interfaces/api-version.js';
import type { BourseManifest } from '../../manifest/normalized-manifest.js';
import { warning } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';
import { negotiateApiVersion } from '../negotiate-api-version.js';

/** What contract 1.1 serves and the one before does not. */
const LATER: readonly (keyof BourseManifest)[] = ['network', 'credentials', 'schemes', 'storage'];

/** A plugin that asks for what comes after the contract that it runs on runs without it. */
export const checkPermissions: ManifestRule = (manifest, { apiVersions }) => {
  if (manifest.dialect !== 'bourse') return [];
  const version = negotiateApiVersion(manifest.api, apiVersions);
  if (version === undefined || hasContract(version, GATEWAY_SINCE)) return [];
  return LATER.filter((field) => manifest[field] !== undefined).map((field) =>
    warning(
      'PERMISSION_NOT_YET_SERVED',
      `"${field}" is served from contract 1.1 on; the plugin claims ${manifest.api} and runs without it.`,
      { path: field },
      'Claim contract 1.1 in "api".',
    ),
  );
};
