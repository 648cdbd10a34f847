import type { PluginCandidate } from '../discovery/index.js';
import { error, isAcceptable, type Finding } from '../manifest/index.js';
import { digestOfBytes, type Approver } from '../store/index.js';
import type { HostEnvironment } from '../validation/index.js';
import type { HostState } from './host-state.js';
import { inspectPackage } from './inspect-package.js';
import { divide, grantsOf } from './grants.js';
import { permissionsOf } from './permissions.js';
import { removeOldVersions } from './old-versions.js';

/** Which version is taken in, and on whose word. */
export interface Installation {
  readonly candidate: PluginCandidate;
  readonly approvedBy: Approver;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Permissions that are not granted, by id. Default: those that the user has left out before. */
  readonly without?: readonly string[];
  /** The revision of the install record that the decision rests on; a later one keeps the version out. */
  readonly revision?: number;
}

/** A version that was taken into the store. */
export interface StoredVersion {
  /** What keeps it out, or was noticed. */
  readonly findings: readonly Finding[];
  /** Lets it serve, inside a transaction; absent where something keeps it out. */
  readonly approve?: () => void;
}

/**
 * Takes the version that was found into the store, ready to serve. The package is read once; what is checked is what
 * is stored, whatever happens to the folder meanwhile.
 */
export function storeVersion(
  state: HostState,
  environment: HostEnvironment,
  { candidate, approvedBy, at, revision, without }: Installation,
): StoredVersion {
  const { content, findings } = inspectPackage(candidate.root, environment);
  const manifest = content?.manifest;
  if (content === undefined || manifest?.dialect !== 'bourse' || !isAcceptable(findings)) return { findings };
  const digest = digestOfBytes(content.manifestBytes);
  if (digest !== candidate.digest) {
    const mismatch = error(
      'DIGEST_MISMATCH',
      'The package changed while it was being approved.',
      { file: candidate.root },
      'Look at it again and approve it anew.',
    );
    return { findings: [...findings, mismatch] };
  }
  const files = new Map([...content.files].filter(([path]) => Object.hasOwn(manifest.files, path)));
  const store = (): void => state.store.add(digest, { manifest: content.manifestBytes, files });
  const approve = (): void => {
    if (revision !== undefined && state.records.revisionOf(manifest.id) !== revision) return;
    // Another host may have taken it out meanwhile.
    store();
    const left = without ?? grantsOf(state.records, manifest.id).declined;
    state.records.approve(manifest.id, candidate.name, {
      digest,
      version: manifest.version,
      ...divide(permissionsOf(manifest), left),
      source: candidate.root,
      approvedBy,
      approvedAt: new Date(at).toISOString(),
    });
    removeOldVersions(state, manifest.id);
  };
  store();
  return { findings, approve };
}
