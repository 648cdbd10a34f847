import { error } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';

/** The plugin runs on this operating system; one that names none runs on all. */
export const checkOperatingSystem: ManifestRule = ({ os: supported = [] }, { os }) => {
  if (supported.length === 0 || supported.some((name) => name === os)) return [];
  const message = `The plugin runs on ${supported.join(', ')}; this is ${os}.`;
  return [error('OS_UNSUPPORTED', message, { path: 'os' })];
};
