import semver from 'semver';
import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import { toVersionRange } from '../../manifest/version-range.js';
import type { ManifestRule } from '../manifest-rule.js';

/** The version is semver, and so are the ranges of the contract and of other plugins. */
export const checkVersions: ManifestRule = ({ version, api, plugins = {} }) => [
  ...(isVersion(version)
    ? []
    : [error('VERSION_INVALID', `"${version}" is no semver version.`, { path: 'version' })]),
  ...checkRange(api, 'api'),
  ...Object.entries(plugins).flatMap(([id, range]) => checkRange(range, joinPath('plugins', id))),
];

/** semver forgives a leading `v` and spaces; a manifest has to be exact. */
function isVersion(text: string): boolean {
  return semver.valid(text) !== null && /^\d\S*$/.test(text);
}

function checkRange(range: string, path: string): readonly Finding[] {
  if (toVersionRange(range) !== undefined) return [];
  return [error('VERSION_INVALID', `"${range}" is no semver range.`, { path })];
}
