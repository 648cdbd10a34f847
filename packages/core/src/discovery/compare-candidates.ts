import { warning, type Finding } from '../manifest/finding.js';
import type { PluginCandidate } from './plugin-candidate.js';

/** What is taken for something else in ids; hyphens are overlooked. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['5', 's'],
  ['rn', 'm'],
  ['vv', 'w'],
  ['-', ''],
]);
const LOOKALIKE = new RegExp([...LOOKALIKES.keys()].join('|'), 'g');

/** Adds to each candidate what is to be said about it beside the others: same id, or an id that looks the same. */
export function compareCandidates(candidates: readonly PluginCandidate[]): readonly PluginCandidate[] {
  const groups = Map.groupBy(candidates.filter(hasId), ({ manifest }) => shapeOf(manifest.id));
  const said = new Map<PluginCandidate, readonly Finding[]>();
  for (const group of groups.values()) {
    if (group.length > 1)
      for (const candidate of group) said.set(candidate, listResemblances(candidate, group));
  }
  return candidates.map((candidate) => {
    const findings = said.get(candidate);
    return findings === undefined
      ? candidate
      : { ...candidate, findings: [...candidate.findings, ...findings] };
  });
}

function listResemblances(candidate: Identified, group: readonly Identified[]): readonly Finding[] {
  const { id } = candidate.manifest;
  return group
    .filter((other) => other !== candidate)
    .map((other) => (other.manifest.id === id ? clash(id, other) : lookalike(id, other)));
}

type Identified = PluginCandidate & Required<Pick<PluginCandidate, 'manifest'>>;

function hasId(candidate: PluginCandidate): candidate is Identified {
  return candidate.manifest !== undefined;
}

function shapeOf(id: string): string {
  return id.replace(LOOKALIKE, (found) => LOOKALIKES.get(found) ?? found);
}

function clash(id: string, { root }: Identified): Finding {
  return warning('PLUGIN_ID_CLASH', `Another plugin "${id}" is in ${root}.`, { path: 'id' });
}

function lookalike(id: string, { manifest, root }: Identified): Finding {
  const message = `"${id}" is easily mistaken for "${manifest.id}" in ${root}.`;
  return warning('PLUGIN_LOOKALIKE', message, { path: 'id' });
}
