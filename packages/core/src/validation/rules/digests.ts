import { hash } from 'node:crypto';
import { error } from '../../manifest/finding.js';
import type { ContentRule } from '../content-rule.js';

/** Every file is the one that the manifest has the digest of. Files that are missing are found when they are read. */
export const checkDigests: ContentRule = ({ files }, manifest) =>
  Object.entries(manifest.files).flatMap(([path, digest]) => {
    const bytes = files.get(path);
    if (bytes === undefined || `sha256:${hash('sha256', bytes, 'hex')}` === digest) return [];
    return [error('DIGEST_MISMATCH', 'The file is not the one that the manifest names.', { file: path })];
  });
