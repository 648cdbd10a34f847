import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { findManifest, type ManifestSearch } from '../manifest/find-manifest.js';
import type { Finding } from '../manifest/finding.js';
import type { NormalizedManifest } from '../manifest/normalized-manifest.js';
import type { PackageFacts } from '../manifest/package-facts.js';
import type { PluginFiles } from '../manifest/plugin-files.js';
import { MANIFEST_MAX_BYTES, readManifest } from '../manifest/read-manifest.js';
import type { PluginCandidate } from './plugin-candidate.js';

/** Finds what is wrong with a manifest and its package.json; the rules are the caller's. */
export type Inspect = (
  manifest: NormalizedManifest,
  packageFacts: PackageFacts | undefined,
) => readonly Finding[];

type Found = Omit<PluginCandidate, 'source'>;

/** Tells whether a package in node_modules may be a plugin, before its package.json is parsed. */
export function mentionsBourse(files: PluginFiles): boolean {
  const reading = files.read('package.json', MANIFEST_MAX_BYTES);
  return (
    'bytes' in reading &&
    Buffer.from(reading.bytes.buffer, reading.bytes.byteOffset, reading.bytes.byteLength).includes('"bourse"')
  );
}

/** Reads what a folder says about the plugin in it; undefined when there is none. */
export function inspectFolder(root: string, files: PluginFiles, inspect: Inspect): Found | undefined {
  const search = findManifest(files);
  if (!search.isPlugin) return undefined;
  const { packageJson, manifest } = search;
  const facts = packageJson?.facts;
  return {
    root,
    name: facts?.name ?? basename(root),
    ...(facts === undefined ? {} : { packageFacts: facts }),
    ...(manifest === undefined ? { findings: search.findings } : readFound(search, manifest, files, inspect)),
  };
}

function readFound(
  search: ManifestSearch,
  { path, bytes }: NonNullable<ManifestSearch['manifest']>,
  files: PluginFiles,
  inspect: Inspect,
): Pick<Found, 'manifestPath' | 'digest' | 'manifest' | 'findings'> {
  const facts = search.packageJson?.facts;
  const reading = readManifest(bytes, files.nameOf(path), (manifest) => inspect(manifest, facts));
  return {
    ...reading,
    manifestPath: path,
    digest: `sha256:${hash('sha256', bytes, 'hex')}`,
    findings: [...search.findings, ...reading.findings],
  };
}
