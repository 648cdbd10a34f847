import type { BourseManifest } from '../../manifest/normalized-manifest.js';
import { warning } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';

/** What contract 1.1 serves and this one does not. */
const LATER: readonly (keyof BourseManifest)[] = ['network', 'credentials', 'schemes', 'storage'];

/** A plugin that asks for what comes later runs without it. */
export const checkPermissions: ManifestRule = (manifest) => {
  if (manifest.dialect !== 'bourse') return [];
  return LATER.filter((field) => manifest[field] !== undefined).map((field) =>
    warning(
      'PERMISSION_NOT_YET_SERVED',
      `"${field}" is served from contract 1.1 on; the plugin runs without it.`,
      { path: field },
    ),
  );
};
