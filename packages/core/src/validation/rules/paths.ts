import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import { toCollisionKey, toPackagePath } from '../../manifest/package-path.js';
import type { ManifestRule } from '../manifest-rule.js';

/** Every path stays inside the package, and no two mean one file on another file system. */
export const checkPaths: ManifestRule = (manifest) => {
  if (manifest.dialect !== 'bourse') return [];
  const { main, assets = [], files } = manifest;
  const digested = Object.keys(files);
  return [
    ...checkPath(main, 'main'),
    ...assets.flatMap((path, index) => checkPath(path, joinPath('assets', index))),
    ...digested.flatMap((path) => checkPath(path, joinPath('files', path))),
    ...listCollisions(digested),
  ];
};

function checkPath(path: string, place: string): readonly Finding[] {
  if (toPackagePath(path) !== undefined) return [];
  return [error('ENTRY_OUTSIDE_PACKAGE', `"${path}" is no plain path inside the package.`, { path: place })];
}

function listCollisions(paths: readonly string[]): Finding[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const key = toCollisionKey(path);
    const other = seen.get(key);
    seen.set(key, path);
    if (other === undefined) return [];
    const place = { path: joinPath('files', path) };
    return [
      error('MANIFEST_INVALID', `"${path}" and "${other}" may be one file.`, place, 'Rename one of them.'),
    ];
  });
}
