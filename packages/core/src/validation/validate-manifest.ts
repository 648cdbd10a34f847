import type { Finding } from '../manifest/finding.js';
import type { NormalizedManifest } from '../manifest/normalized-manifest.js';
import type { HostEnvironment } from './environment.js';
import type { ManifestRule } from './manifest-rule.js';
import { checkApiVersion } from './rules/api-version.js';
import { checkDigestedFiles } from './rules/digested-files.js';
import { checkDisplayNames } from './rules/display-names.js';
import { checkInstitution } from './rules/institution.js';
import { checkOperatingSystem } from './rules/operating-system.js';
import { checkPathPatterns } from './rules/path-patterns.js';
import { checkPaths } from './rules/paths.js';
import { checkPermissions } from './rules/permissions.js';
import { checkPlainTexts } from './rules/plain-texts.js';
import { checkPluginId } from './rules/plugin-id.js';
import { checkPluginType } from './rules/plugin-type.js';
import { checkPortfolio } from './rules/portfolio.js';
import { checkSecretSettings } from './rules/secret-settings.js';
import { checkSigningSchemes } from './rules/schemes.js';
import { checkServices } from './rules/services.js';
import { checkSettingsSchema } from './rules/settings-schema.js';
import { checkStatements } from './rules/statements.js';
import { checkVersions } from './rules/versions.js';

const RULES: readonly ManifestRule[] = [
  checkPluginId,
  checkPluginType,
  checkVersions,
  checkApiVersion,
  checkOperatingSystem,
  checkInstitution,
  checkServices,
  checkPortfolio,
  checkStatements,
  checkPaths,
  checkDigestedFiles,
  checkPermissions,
  checkPathPatterns,
  checkSigningSchemes,
  checkSettingsSchema,
  checkSecretSettings,
  checkDisplayNames,
  checkPlainTexts,
];

/** Checks what a manifest says by itself, against this host; no file of the package is looked at. */
export function validateManifest(
  manifest: NormalizedManifest,
  environment: HostEnvironment,
): readonly Finding[] {
  return RULES.flatMap((rule) => rule(manifest, environment));
}
