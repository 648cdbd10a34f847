/** Characters that no file of a package needs and that mean something to a shell, a URL or another file system. */
const REFUSED = /[\p{C}\p{Zl}\p{Zp}\\:*?"<>|]/u;
/** Windows takes these for devices, with any extension, and drops a dot or a space at the end. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MISLEADING_END = /[. ]$/;

/**
 * Writes a path of a manifest as the path below the package that it means: `./dist/plugin.js` is `dist/plugin.js`.
 * Undefined when it is absolute, climbs, or is no plain path: such a path might lead out of the package on one system
 * or another.
 */
export function toPackagePath(path: string): string | undefined {
  const relative = path.startsWith('./') ? path.slice(2) : path;
  return relative.split('/').every(isPlainSegment) ? relative : undefined;
}

/** The form under which a path collides with others on file systems that ignore case or normalise Unicode. */
export function toCollisionKey(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}

function isPlainSegment(segment: string): boolean {
  if (segment === '' || segment === '.' || segment === '..') return false;
  return !REFUSED.test(segment) && !DEVICE.test(segment) && !MISLEADING_END.test(segment);
}
