import { failureFinding } from './failure-finding.js';
import { error, type Finding } from './finding.js';
import { readPackageJson, type PackageJsonReading } from './package-facts.js';
import { toPackagePath } from './package-path.js';
import type { ContentReading, PluginFiles } from './plugin-files.js';
import type { FailedReading } from './read-file.js';
import { MANIFEST_MAX_BYTES } from './read-manifest.js';

/** The manifest that the two Python hosts read. */
const FOREIGN_MANIFEST = 'plugin_manifest.json';
/** What an author writes; the built manifest is made from it. */
const AUTHORED_MANIFEST = 'plugin.json';

/** Where a plugin keeps its manifest. */
export interface ManifestSearch {
  /** Whether this is a plugin at all. */
  readonly isPlugin: boolean;
  readonly packageJson?: PackageJsonReading;
  readonly manifest?: { readonly path: string; readonly bytes: Uint8Array };
  readonly findings: readonly Finding[];
}

/**
 * Finds the manifest of a package: the one that package.json names in its field `bourse`, else a
 * `plugin_manifest.json`. A package with a plugin.json alone has not been built.
 */
export function findManifest(files: PluginFiles): ManifestSearch {
  const packageJson = readPackage(files);
  const manifestPath = packageJson?.facts?.manifestPath;
  if (manifestPath !== undefined)
    return { ...readNamed(files, manifestPath), ...(packageJson && { packageJson }) };
  const found = readUnnamed(files);
  const broken = found.isPlugin ? (packageJson?.findings ?? []) : [];
  return { ...found, findings: [...broken, ...found.findings], ...(packageJson && { packageJson }) };
}

function readPackage(files: PluginFiles): PackageJsonReading | undefined {
  const reading = files.read('package.json', MANIFEST_MAX_BYTES);
  const file = files.nameOf('package.json');
  if ('bytes' in reading) return readPackageJson(reading.bytes, file);
  return reading.failure === 'MISSING' ? undefined : { findings: [failureFinding(reading.failure, file)] };
}

function readNamed(files: PluginFiles, named: string): ManifestSearch {
  const path = toPackagePath(named);
  if (path === undefined) {
    const place = { file: files.nameOf('package.json'), path: 'bourse' };
    const message = `"${named}" is no plain path inside the package.`;
    return { isPlugin: true, findings: [error('ENTRY_OUTSIDE_PACKAGE', message, place)] };
  }
  return toSearch(files, path, files.read(path, MANIFEST_MAX_BYTES));
}

function readUnnamed(files: PluginFiles): ManifestSearch {
  const foreign = files.read(FOREIGN_MANIFEST, MANIFEST_MAX_BYTES);
  if (!isMissing(foreign)) return toSearch(files, FOREIGN_MANIFEST, foreign);
  const authored = files.read(AUTHORED_MANIFEST, MANIFEST_MAX_BYTES);
  if (isMissing(authored)) return { isPlugin: false, findings: [] };
  const message = 'The plugin has not been built, or its package.json has no field "bourse".';
  return {
    isPlugin: true,
    findings: [error('MANIFEST_MISSING', message, { file: files.nameOf(AUTHORED_MANIFEST) })],
  };
}

function isMissing(reading: ContentReading): boolean {
  return 'failure' in reading && reading.failure === 'MISSING';
}

function toSearch(files: PluginFiles, path: string, reading: ContentReading): ManifestSearch {
  if ('bytes' in reading) return { isPlugin: true, manifest: { path, bytes: reading.bytes }, findings: [] };
  return { isPlugin: true, findings: [unreadManifest(files.nameOf(path), reading)] };
}

function unreadManifest(file: string, { failure, size }: FailedReading): Finding {
  if (failure === 'MISSING') return error('MANIFEST_MISSING', 'The plugin has not been built.', { file });
  if (failure === 'TOO_LARGE') return error('MANIFEST_TOO_LARGE', `It has ${size ?? 0} bytes.`, { file });
  return failureFinding(failure, file);
}
