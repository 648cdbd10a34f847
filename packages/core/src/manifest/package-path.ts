/** What makes a path lead elsewhere, or mean another file on another system. */
const REFUSED = new RegExp(
  [
    // An empty segment, as in an absolute path.
    String.raw`(?:^|/)(?=/|$)`,
    // `.` and `..`, and ends that Windows drops.
    String.raw`[. ](?=/|$)`,
    // Names that Windows takes for devices, with any extension.
    String.raw`(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?=[./]|$)`,
    // Characters that no file of a package needs and that mean something to a shell, a URL or a file system.
    String.raw`[\p{C}\p{Zl}\p{Zp}\\:*?"<>|]`,
  ].join('|'),
  'iu',
);

/**
 * Writes a path of a manifest as the path below the package that it means: `./dist/plugin.js` is `dist/plugin.js`.
 * Undefined when it is absolute, climbs, or is no plain path: such a path might lead out of the package on one system
 * or another.
 */
export function toPackagePath(path: string): string | undefined {
  const relative = path.startsWith('./') ? path.slice(2) : path;
  return REFUSED.test(relative) ? undefined : relative;
}

/** The form under which a path collides with others on file systems that ignore case or normalise Unicode. */
export function toCollisionKey(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}
