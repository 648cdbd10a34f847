import type { Finding } from '../manifest/finding.js';
import type { PackageContent } from '../manifest/package-content.js';
import { readManifest } from '../manifest/read-manifest.js';
import type { ContentRule } from './content-rule.js';
import { currentEnvironment, type HostEnvironment } from './environment.js';
import { checkDigests } from './rules/digests.js';
import { checkFileSizes } from './rules/file-sizes.js';
import { checkInstallSteps } from './rules/install-steps.js';
import { checkScriptSyntax } from './rules/script-syntax.js';
import { validateManifest } from './validate-manifest.js';
import { validatePackageFacts } from './validate-package-facts.js';

const RULES: readonly ContentRule[] = [checkInstallSteps, checkFileSizes, checkDigests, checkScriptSyntax];

/** Checks a whole package before it is approved: manifest, package.json, and every file that would be stored. */
export function validatePackage(
  content: PackageContent,
  environment: HostEnvironment = currentEnvironment(),
): readonly Finding[] {
  const { manifest, findings } = readManifest(content.manifestBytes, content.manifestFile, (read) => [
    ...validateManifest(read, environment),
    ...validatePackageFacts(content.packageJson?.facts, read, environment),
  ]);
  if (manifest?.dialect !== 'bourse') return findings;
  return [...findings, ...RULES.flatMap((rule) => rule(content, manifest))];
}
