import { error } from '../../manifest/finding.js';
import { toVersionRange } from '../../manifest/version-range.js';
import type { PackageRule } from '../package-rule.js';

/** package.json claims this version of Node, or none. */
export const checkNodeVersion: PackageRule = ({ file, node }, _manifest, { nodeVersion }) => {
  if (node === undefined) return [];
  const place = { file, path: 'engines.node' };
  const range = toVersionRange(node);
  if (range === undefined) return [error('VERSION_INVALID', `"${node}" is no semver range.`, place)];
  if (range.test(nodeVersion)) return [];
  return [error('NODE_UNSUPPORTED', `The plugin asks for Node ${node}; this is ${nodeVersion}.`, place)];
};
