import semver from 'semver';
import type { z } from 'zod';
import { API_VERSION } from '../interfaces/api-version.js';
import type { BuiltManifest } from '../interfaces/manifest/manifest.js';
import { parseBuiltManifest } from './built-manifest-parser.js';
import type { Finding } from './finding.js';
import { toPackagePath } from './package-path.js';
import { toFindings } from './schema-findings.js';
import { resolveServices } from './services.js';
import type { ManifestReading } from './manifest-reading.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a built manifest. A field that is unknown is an error, except in a manifest that claims contract versions
 * beyond this host's: there it may be an addition, and it is left out with a warning.
 */
export function readBourseManifest(fields: Fields): ManifestReading {
  const checked = parseBuiltManifest(fields);
  if (checked.success) return { manifest: toManifest(checked.data), findings: [] };
  const { issues } = checked.error;
  const findings = toFindings(issues);
  if (!claimsLaterContract(fields)) return { findings };
  const known = parseBuiltManifest(withoutUnknown(fields, issues));
  const softened = findings.map(soften);
  return known.success ? { manifest: toManifest(known.data), findings: softened } : { findings: softened };
}

function toManifest(built: BuiltManifest): NonNullable<ManifestReading['manifest']> {
  const { main, assets, files, services } = built;
  return {
    ...built,
    dialect: 'bourse',
    services: resolveServices(services),
    main: normalized(main),
    ...(assets === undefined ? {} : { assets: assets.map(normalized) }),
    files: Object.fromEntries(Object.entries(files).map(([path, digest]) => [normalized(path), digest])),
  };
}

/** Paths that lead out of the package stay as they are; validation refuses them. */
function normalized(path: string): string {
  return toPackagePath(path) ?? path;
}

function claimsLaterContract({ api }: Fields): boolean {
  if (typeof api !== 'string' || semver.validRange(api) === null) return false;
  return semver.intersects(api, `>${API_VERSION}`);
}

function soften(finding: Finding): Finding {
  return finding.code === 'MANIFEST_FIELD_UNKNOWN' ? { ...finding, severity: 'warning' } : finding;
}

/** A copy without the fields that the schema does not know. */
function withoutUnknown(fields: Fields, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(fields);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys' || issue.path[0] === 'settings') continue;
    const holder = issue.path.reduce<unknown>(memberOf, copy);
    if (typeof holder !== 'object' || holder === null) continue;
    for (const key of issue.keys) Reflect.deleteProperty(holder, key);
  }
  return copy;
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
