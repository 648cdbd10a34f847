/** Reading manifests and package.json: three formats, one model, findings. */
export { error, isAcceptable, warning } from './finding.js';
export type { Finding, FindingPlace, FindingSeverity } from './finding.js';
export { locateFindings } from './locate-findings.js';
export { MANIFEST_MAX_BYTES, readManifest } from './read-manifest.js';
export type { BourseManifest, ForeignManifest, NormalizedManifest } from './normalized-manifest.js';
export type { PackageFacts } from './package-facts.js';
export type { PackageContent } from './package-content.js';
