import type { PluginType } from '../interfaces/index.js';
import type { PluginState } from '../lifecycle/index.js';
import type { Finding, NormalizedManifest } from '../manifest/index.js';
import type { CatalogEntry } from './catalog-entry.js';
import type { Permission } from './permissions.js';

/** A version that is known but does not serve. */
export interface PendingVersion {
  readonly version: string;
  readonly digest: string;
  readonly manifest: NormalizedManifest;
  /** All that it asks for. */
  readonly permissions: readonly Permission[];
  /** What it asks for beyond what was granted. */
  readonly asksFor: readonly Permission[];
}

/** One plugin as a list shows it. Texts of the plugin are as it wrote them; make them printable before they are shown. */
export interface PluginSummary {
  readonly id: string;
  readonly packageName: string;
  /** The version that serves, or the one found where none does. */
  readonly version: string;
  /** Absent where the manifest cannot be understood. */
  readonly type?: PluginType;
  readonly institution?: string;
  readonly state: PluginState;
  /** Why it is in that state, where that needs a word. */
  readonly reason?: string;
  readonly services: readonly string[];
  readonly features: readonly string[];
  /** Formats of the statement files that it reads. */
  readonly formats: readonly string[];
  /** The contract versions that it claims, and the one that host and plugin settle on. */
  readonly api: { readonly range: string; readonly version?: string };
  /** Digest of the version that serves. */
  readonly digest?: string;
  /** The folder that it was found in; absent where only its stored copy is left. */
  readonly source?: string;
  /** A version that waits for approval. */
  readonly pending?: PendingVersion;
  readonly findings: readonly Finding[];
}

/** What a list shows of a catalog entry, with the state it is in now. */
export function summarisePlugin(entry: CatalogEntry, state: PluginState): PluginSummary {
  const { id, packageName, candidate, manifest, served, pending, findings } = entry;
  const built = manifest?.dialect === 'bourse' ? manifest : undefined;
  return {
    id,
    packageName,
    version: manifest?.version ?? 'unknown',
    ...(manifest === undefined ? {} : { type: manifest.type }),
    ...(built?.institution === undefined ? {} : { institution: built.institution }),
    state,
    ...(entry.reason === undefined || state !== entry.state ? {} : { reason: entry.reason }),
    services: manifest?.services ?? [],
    features: manifest?.features ?? [],
    formats: [...new Set((built?.statements ?? []).map(({ format }) => format))],
    api: {
      range: manifest?.api ?? '',
      ...(served === undefined ? {} : { version: served.contract.version }),
    },
    ...(served === undefined ? {} : { digest: served.digest }),
    ...(candidate === undefined ? {} : { source: candidate.root }),
    ...(pending === undefined ? {} : { pending }),
    findings,
  };
}
