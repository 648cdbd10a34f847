import { error, type Finding } from '../../manifest/finding.js';
import type { PackageFacts } from '../../manifest/package-facts.js';
import type { PackageRule } from '../package-rule.js';

const REMEDY = 'Build the plugin with "bourse-plugin build".';

/** The built manifest was made from this package.json: a plugin cannot lie under the name of another package. */
export const checkPackageAgreement: PackageRule = (facts, manifest) => {
  if (manifest.dialect !== 'bourse') return [];
  return [...compare('name', facts, manifest.name), ...compare('version', facts, manifest.version)];
};

function compare(field: 'name' | 'version', facts: PackageFacts, inManifest: string): readonly Finding[] {
  const inPackage = facts[field];
  if (inPackage === inManifest) return [];
  const said = inPackage === undefined ? `has no ${field}` : `has the ${field} "${inPackage}"`;
  const message = `package.json ${said}, the manifest "${inManifest}".`;
  return [error('MANIFEST_INVALID', message, { file: facts.file, path: field }, REMEDY)];
}
