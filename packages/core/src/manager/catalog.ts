import type { PluginCandidate } from '../discovery/index.js';
import type { PluginState } from '../lifecycle/index.js';
import { isAcceptable, type Finding, type NormalizedManifest } from '../manifest/index.js';
import { resolveDependencies } from '../validation/index.js';
import type { Approver, InstallRecord, InstallRecords } from '../store/index.js';
import { judgeVersion, type Verdict } from './approvals.js';
import type { CatalogEntry, ServedVersion } from './catalog-entry.js';
import { permissionsOf } from './permissions.js';
import type { PendingVersion } from './plugin-summary.js';

/** What a catalog is made from. */
export interface CatalogSources {
  readonly candidates: readonly PluginCandidate[];
  readonly records: InstallRecords;
  readonly releasedDigests: ReadonlySet<string>;
  /** Ids of the plugins whose authors are working on them: what lies in folders is no update of them. */
  readonly developed: ReadonlySet<string>;
  /** Takes a version that needs no approval into the store, if the record is as it was read; returns what keeps it out. */
  readonly adopt: (candidate: PluginCandidate, by: Approver, revision: number) => readonly Finding[];
  /** Reads the manifest of an approved version from the store. */
  readonly readServed: (record: InstallRecord) => ServedVersion | Finding;
}

/** A plugin that was found, with the manifest that was understood. */
interface Found {
  readonly candidate: PluginCandidate;
  readonly manifest: NormalizedManifest;
  readonly digest: string;
}

/** Lists every plugin that was found or approved, by id, each with what may become of it. */
export function buildCatalog(sources: CatalogSources): CatalogEntry[] {
  const entries = new Map<string, CatalogEntry>();
  for (const candidate of sources.candidates.filter((each) => each.manifest === undefined)) {
    const entry = unreadable(candidate);
    entries.set(`${entry.id} ${candidate.root}`, entry);
  }
  const found = Map.groupBy(sources.candidates.flatMap(toFound), ({ manifest }) => manifest.id);
  const records = new Map(sources.records.list().map((record) => [record.id, record]));
  for (const id of new Set([...found.keys(), ...records.keys()])) {
    for (const entry of entriesOf(id, found.get(id) ?? [], records.get(id), sources)) {
      entries.set(`${id} ${entry.candidate?.root ?? ''}`, entry);
    }
  }
  return withDependencies([...entries.values()]).sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** A plugin that lacks what it depends on is listed with the reason; it is refused when it is to start. */
function withDependencies(entries: readonly CatalogEntry[]): CatalogEntry[] {
  const served = entries.flatMap(({ id, served: version }) =>
    version === undefined
      ? []
      : [{ id, version: version.manifest.version, plugins: version.manifest.plugins }],
  );
  const { findings } = resolveDependencies(served);
  return entries.map((entry) => {
    const missing = entry.served === undefined ? undefined : findings.get(entry.id);
    const [first] = missing ?? [];
    if (missing === undefined || first === undefined) return entry;
    return { ...entry, reason: first.message, lacking: first, findings: [...entry.findings, ...missing] };
  });
}

function toFound(candidate: PluginCandidate): Found[] {
  const { manifest, digest } = candidate;
  return manifest === undefined || digest === undefined ? [] : [{ candidate, manifest, digest }];
}

function unreadable(candidate: PluginCandidate): CatalogEntry {
  return {
    id: candidate.name,
    ownsId: false,
    packageName: candidate.name,
    candidate,
    state: 'rejected',
    ...reasonOf(candidate.findings),
    findings: candidate.findings,
  };
}

/** The plugin that has the id, first; whoever else claims it is listed behind it as rejected. */
function entriesOf(
  id: string,
  found: readonly Found[],
  record: InstallRecord | undefined,
  sources: CatalogSources,
): CatalogEntry[] {
  const owner = findOwner(found, record, sources.releasedDigests);
  const others = found.filter((each) => each !== owner);
  const clashing = others.map(({ candidate, manifest }): CatalogEntry => ({
    id,
    ownsId: false,
    packageName: candidate.name,
    candidate,
    manifest,
    state: 'rejected',
    reason: 'another plugin has this id',
    findings: candidate.findings,
  }));
  return owner === undefined && record?.digest === undefined
    ? clashing
    : [entryOf(id, owner, record, sources), ...clashing];
}

/** Of several packages with one id, the one that was approved or released has it; of strangers none. */
function findOwner(
  found: readonly Found[],
  record: InstallRecord | undefined,
  released: ReadonlySet<string>,
): Found | undefined {
  const sameName =
    record === undefined ? found : found.filter(({ candidate }) => candidate.name === record.packageName);
  return (
    sameName.find(({ digest }) => digest === record?.digest) ??
    sameName.find(({ digest }) => released.has(digest)) ??
    (sameName.length === 1 ? sameName[0] : undefined)
  );
}

function entryOf(
  id: string,
  owner: Found | undefined,
  record: InstallRecord | undefined,
  sources: CatalogSources,
): CatalogEntry {
  const findings: Finding[] = [...(owner?.candidate.findings ?? [])];
  const judged = owner === undefined ? undefined : judge(owner, record, sources, findings);
  const current = judged?.kind === 'adopt' ? sources.records.find(id) : record;
  const served = current?.digest === undefined ? undefined : sources.readServed(current);
  if (served !== undefined && 'severity' in served) findings.push(served);
  const version = served !== undefined && !('severity' in served) ? served : undefined;
  const manifest = version?.manifest ?? owner?.manifest;
  return {
    id,
    ownsId: true,
    packageName: current?.packageName ?? owner?.candidate.name ?? id,
    ...(owner === undefined ? {} : { candidate: owner.candidate }),
    ...(manifest === undefined ? {} : { manifest }),
    ...(version === undefined ? {} : { served: version }),
    ...(judged === undefined || owner === undefined ? {} : pendingOf(judged, owner)),
    ...stateOf(current, version, findings),
    findings,
  };
}

function judge(
  owner: Found,
  record: InstallRecord | undefined,
  sources: CatalogSources,
  findings: Finding[],
): Verdict | undefined {
  if (!isAcceptable(owner.candidate.findings)) return undefined;
  if (record !== undefined && sources.developed.has(record.id)) return { kind: 'serves' };
  const approvals = record === undefined ? [] : sources.records.approvalsOf(record.id);
  const verdict = judgeVersion(owner, { record, approvals }, sources.releasedDigests);
  if (verdict.kind !== 'adopt') return verdict;
  const refused = sources.adopt(owner.candidate, verdict.by, record?.revision ?? 0);
  findings.push(...refused);
  return isAcceptable(refused) ? verdict : undefined;
}

function pendingOf(verdict: Verdict, { manifest, digest }: Found): { pending?: PendingVersion } {
  if (verdict.kind === 'serves' || verdict.kind === 'adopt') return {};
  const { version } = manifest;
  return {
    pending: { version, digest, manifest, permissions: permissionsOf(manifest), asksFor: verdict.asksFor },
  };
}

/** The state in which a run of the host begins, with the reason where it needs one. */
function stateOf(
  record: InstallRecord | undefined,
  served: ServedVersion | undefined,
  findings: readonly Finding[],
): { state: PluginState; reason?: string } {
  if (record?.enabled === false) return { state: 'disabled', reason: 'switched off' };
  if (record?.quarantine !== undefined) return { state: 'quarantined', reason: record.quarantine };
  if (served !== undefined) return { state: 'discovered' };
  if (!isAcceptable(findings)) return { state: 'rejected', ...reasonOf(findings) };
  return { state: 'waiting', reason: 'needs your approval' };
}

function reasonOf(findings: readonly Finding[]): { reason?: string } {
  const first = findings.find(({ severity }) => severity === 'error');
  return first === undefined ? {} : { reason: first.message };
}
