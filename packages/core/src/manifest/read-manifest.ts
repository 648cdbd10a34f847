import { readBourseManifest } from './bourse-manifest.js';
import { readBrokerManifest } from './broker-manifest.js';
import { error, type Finding } from './finding.js';
import { limitFindings } from './limit-findings.js';
import { locateFindings } from './locate-findings.js';
import type { ManifestReading } from './manifest-reading.js';
import type { NormalizedManifest } from './normalized-manifest.js';
import { readOrchestratorManifest } from './orchestrator-manifest.js';
import { readStrictJson } from './read-json.js';

/** The largest manifest and the largest package.json, in bytes. */
export const MANIFEST_MAX_BYTES = 256 * 1024;

/** Finds what is wrong with what a manifest says. */
export type ManifestCheck = (manifest: NormalizedManifest) => readonly Finding[];

/**
 * Reads a manifest in any of the three formats, told apart by their keys, and hands it to `check`. Nothing of the plugin
 * runs, and nothing that the file holds makes it throw.
 */
export function readManifest(
  bytes: Uint8Array,
  file: string,
  check: ManifestCheck = () => [],
): ManifestReading {
  if (bytes.byteLength > MANIFEST_MAX_BYTES) {
    return { findings: [error('MANIFEST_TOO_LARGE', `It has ${bytes.byteLength} bytes.`, { file })] };
  }
  const { object, text, findings } = readStrictJson(bytes);
  if (object === undefined) return { findings: locateFindings(limitFindings(findings), file, text) };
  const reading = readFields(object);
  const checked = reading.manifest === undefined ? [] : check(reading.manifest);
  return {
    ...reading,
    findings: locateFindings(limitFindings([...reading.findings, ...checked]), file, text),
  };
}

function readFields(fields: Readonly<Record<string, unknown>>): ManifestReading {
  if (Object.hasOwn(fields, 'plugin_info') || Object.hasOwn(fields, 'manifest_version')) {
    return readOrchestratorManifest(fields);
  }
  return Object.hasOwn(fields, 'plugin') ? readBrokerManifest(fields) : readBourseManifest(fields);
}
