import { realpathSync, statSync } from 'node:fs';
import { failureFinding } from '../../manifest/failure-finding.js';
import { findManifest, type ManifestSearch } from '../../manifest/find-manifest.js';
import { error, type Finding } from '../../manifest/finding.js';
import { FolderFiles } from '../../manifest/folder-files.js';
import type { NormalizedManifest } from '../../manifest/normalized-manifest.js';
import type { PackageContent } from '../../manifest/package-content.js';
import { toPackagePath } from '../../manifest/package-path.js';
import type { PluginFiles } from '../../manifest/plugin-files.js';
import { failureOf, readRegularFile } from '../../manifest/read-file.js';
import { MANIFEST_MAX_BYTES, readManifest } from '../../manifest/read-manifest.js';
import { ReadOnce } from '../../manifest/read-once.js';
import { ArchiveError } from './archive-error.js';
import { ArchiveFiles } from './archive-files.js';
import { UNPACKED_MAX_BYTES } from './inflate.js';
import { unpack } from './unpack.js';

/** The largest archive, in bytes. */
const ARCHIVE_MAX_BYTES = 32 * 1024 * 1024;

/** Kept where they are there. */
const COMPANIONS = ['package.json', 'README.md', 'LICENSE', 'LICENSE.md', 'CHANGELOG.md'];

/** npm compiles a package that has this file. */
const NATIVE_BUILD = 'binding.gyp';

/** A package in memory, and what kept files of it or all of it from being read. */
export interface PackageReading {
  readonly content?: PackageContent;
  readonly findings: readonly Finding[];
}

/**
 * Reads a plugin package from a folder or an npm archive (.tgz) into memory, each file once. Nothing runs and nothing is
 * written.
 */
export function readPackage(path: string): PackageReading {
  try {
    const real = realpathSync(path);
    return statSync(real).isDirectory() ? readFiles(path, new FolderFiles(real)) : readArchive(path, real);
  } catch (thrown) {
    if (thrown instanceof ArchiveError)
      return { findings: [error('ARCHIVE_INVALID', thrown.message, { file: path })] };
    return { findings: [failureFinding(failureOf(thrown), path, 'INPUT_UNREADABLE')] };
  }
}

function readArchive(path: string, real: string): PackageReading {
  const reading = readRegularFile(real, ARCHIVE_MAX_BYTES);
  if ('failure' in reading) return { findings: [failureFinding(reading.failure, path)] };
  return readFiles(path, new ArchiveFiles(path, unpack(reading.bytes)));
}

function readFiles(origin: string, source: PluginFiles): PackageReading {
  const files = new ReadOnce(source);
  const search = findManifest(files);
  if (!search.isPlugin)
    return { findings: [error('MANIFEST_MISSING', 'There is no plugin.', { file: origin })] };
  return search.manifest === undefined
    ? { findings: search.findings }
    : collect(origin, files, search, search.manifest);
}

function collect(
  origin: string,
  files: PluginFiles,
  { packageJson, findings }: ManifestSearch,
  { path, bytes }: NonNullable<ManifestSearch['manifest']>,
): PackageReading {
  const manifestFile = files.nameOf(path);
  const { manifest } = readManifest(bytes, manifestFile);
  const listed = readListed(files, listDigested(manifest));
  return {
    content: {
      origin,
      ...(packageJson === undefined ? {} : { packageJson }),
      ...(manifest === undefined ? {} : { manifest }),
      manifestBytes: bytes,
      manifestFile,
      files: new Map([...readCompanions(files), ...listed.files, [path, bytes]]),
      isCompiledOnInstall: isPresent(files, NATIVE_BUILD),
    },
    findings: [...findings, ...listed.findings],
  };
}

/** The paths that the manifest has digests of; those that lead out of the package are left to validation. */
function listDigested(manifest: NormalizedManifest | undefined): readonly string[] {
  if (manifest?.dialect !== 'bourse') return [];
  return Object.keys(manifest.files).filter((path) => toPackagePath(path) !== undefined);
}

function readListed(
  files: PluginFiles,
  paths: readonly string[],
): { files: ReadonlyMap<string, Uint8Array>; findings: readonly Finding[] } {
  const read = new Map<string, Uint8Array>();
  const findings: Finding[] = [];
  let left = UNPACKED_MAX_BYTES;
  for (const path of paths) {
    const reading = files.read(path, left);
    if ('failure' in reading) {
      findings.push(failureFinding(reading.failure, files.nameOf(path)));
    } else {
      read.set(path, reading.bytes);
      left -= reading.bytes.byteLength;
    }
  }
  return { files: read, findings };
}

function readCompanions(files: PluginFiles): ReadonlyMap<string, Uint8Array> {
  const companions = new Map<string, Uint8Array>();
  for (const path of COMPANIONS) {
    const reading = files.read(path, MANIFEST_MAX_BYTES);
    if ('bytes' in reading) companions.set(path, reading.bytes);
  }
  return companions;
}

function isPresent(files: PluginFiles, path: string): boolean {
  const reading = files.read(path, 0);
  return !('failure' in reading) || reading.failure !== 'MISSING';
}
