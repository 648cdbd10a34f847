import { defined } from './defined.js';
import type { Finding } from './finding.js';
import { locateFindings } from './locate-findings.js';
import { readJson } from './read-json.js';

/** What package.json says about a plugin. */
export interface PackageFacts {
  /** How the file is named to the user. */
  readonly file: string;
  /** The package name: the identity of the plugin. */
  readonly name?: string;
  readonly version?: string;
  /** The path of the built manifest, as written in the field `bourse`. */
  readonly manifestPath?: string;
  /** The range of Node versions. */
  readonly node?: string;
}

export interface PackageJsonReading {
  readonly facts?: PackageFacts;
  /** All of it. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
}

/** Reads a package.json; fields of another type than expected count as absent. */
export function readPackageJson(bytes: Uint8Array, file: string): PackageJsonReading {
  const { object: fields, findings } = readJson(bytes);
  if (fields === undefined) return { findings: locateFindings(findings, file) };
  return { fields, facts: factsOf(fields, file), findings: [] };
}

function factsOf(fields: Readonly<Record<string, unknown>>, file: string): PackageFacts {
  return defined({
    file,
    name: textOf(fields, 'name'),
    version: textOf(fields, 'version'),
    manifestPath: textOf(fields, 'bourse'),
    node: textOf(fields['engines'], 'node'),
  });
}

function textOf(holder: unknown, key: string): string | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(holder, key)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
