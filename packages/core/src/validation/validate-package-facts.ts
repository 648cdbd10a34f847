import type { Finding } from '../manifest/finding.js';
import type { NormalizedManifest } from '../manifest/normalized-manifest.js';
import type { PackageFacts } from '../manifest/package-facts.js';
import type { HostEnvironment } from './environment.js';
import type { PackageRule } from './package-rule.js';
import { checkNodeVersion } from './rules/node-version.js';
import { checkPackageAgreement } from './rules/package-agreement.js';

const RULES: readonly PackageRule[] = [checkPackageAgreement, checkNodeVersion];

/** Checks what package.json says, beside the manifest and against this host. A foreign manifest may have none. */
export function validatePackageFacts(
  facts: PackageFacts | undefined,
  manifest: NormalizedManifest,
  environment: HostEnvironment,
): readonly Finding[] {
  return facts === undefined ? [] : RULES.flatMap((rule) => rule(facts, manifest, environment));
}
