import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { ACCEPTED_CHANGES } from './accepted-changes.ts';
import { ENTRY_POINTS, WATCHED_PACKAGES, type EntryPoint } from './entry-points.ts';
import type { Reports } from './extract/extract-reports.ts';
import type { LastReleases } from './extract/released-tree.ts';
import { readDeclarations } from './report/declarations.ts';
import { acceptChanges } from './rule/accept-changes.ts';
import type { Bump } from './rule/bump.ts';
import { compareReports, type ApiChange } from './rule/compare-reports.ts';
import { judgeApiVersion } from './rule/judge-api-version.ts';
import { judgePackage, type NextRelease } from './rule/judge-package.ts';

/** The reports of two states of the repository, and what is known of the releases between them. */
export interface TreeState {
  readonly current: Reports;
  readonly released: Reports;
  readonly releases: LastReleases;
  readonly changesets: ReadonlyMap<string, Bump>;
}

/** Everything that the rules of the API find in the working tree. */
export function checkTree(state: TreeState): string[] {
  const next = WATCHED_PACKAGES.flatMap((name) => nextReleaseOf(name, state));
  return [
    ...next.flatMap((release) => checkPackage(release, state)),
    ...next.filter(({ name }) => name === '@bourse/sdk').flatMap((sdk) => checkContract(state, sdk)),
  ];
}

function nextReleaseOf(name: string, { releases, changesets }: TreeState): NextRelease[] {
  const last = releases[name];
  if (last === undefined) return [];
  const text = readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  const changeset = changesets.get(last.name) ?? 'none';
  return [{ name: last.name, released: last.version, version, changeset }];
}

function checkPackage(next: NextRelease, { current, released }: TreeState): string[] {
  const entries = ENTRY_POINTS.filter((entry) => `@bourse/${entry.package}` === next.name);
  const judged = entries.map((entry) => {
    const change = compareReports(released.get(entry) ?? '', current.get(entry) ?? '');
    return acceptChanges(change, acceptedFor(entry, next));
  });
  const change: ApiChange = {
    added: judged.flatMap((one) => one.change.added),
    broken: judged.flatMap((one) => one.change.broken),
  };
  const unused = judged
    .flatMap((one) => one.unused)
    .map((entry) => `accepted, but not there: ${entry.change}`);
  return [...judgePackage(next, change), ...unused];
}

function acceptedFor(entry: EntryPoint, next: NextRelease) {
  return ACCEPTED_CHANGES.filter(
    (accepted) =>
      accepted.package === entry.package &&
      accepted.subpath === entry.subpath &&
      accepted.released === next.released,
  );
}

function checkContract({ current, released }: TreeState, sdk: NextRelease): string[] {
  const [before, now] = [released, current].map(contractVersionOf);
  if (before === undefined || now === undefined) return ['API_VERSION is not in the report of the contract.'];
  return judgeApiVersion({ released: before, current: now }, sdk);
}

function contractVersionOf(reports: Reports): string | undefined {
  const contract = ENTRY_POINTS.find((entry) => entry.subpath === './interfaces');
  const report = contract === undefined ? '' : (reports.get(contract) ?? '');
  const declaration = readDeclarations(report).get('API_VERSION')?.join(' ') ?? '';
  return /"(\d+\.\d+\.\d+)"/.exec(declaration)?.[1];
}
