import { error, warning, type Finding } from '../../manifest/finding.js';
import type { NormalizedManifest } from '../../manifest/normalized-manifest.js';
import { findDeception, type Deception } from '../../text/deception.js';
import type { ManifestRule } from '../manifest-rule.js';

const REMEDY = 'Write the name in plain letters of one script.';

const MEANINGS: Readonly<Record<Deception, string>> = {
  INVISIBLE: 'holds characters that cannot be seen',
  MIXED_SCRIPTS: 'mixes letters of several scripts in one word',
  STYLED_LETTERS: 'holds letters that only look like plain ones',
};

/** Names that a user reads before he trusts a plugin are what they look like. */
export const checkDisplayNames: ManifestRule = (manifest) =>
  namesOf(manifest).flatMap(([path, name]) => checkName(path, name));

function checkName(path: string, name: string | undefined): readonly Finding[] {
  const deception = name === undefined ? undefined : findDeception(name);
  if (deception === undefined) return [];
  const make = deception === 'INVISIBLE' ? error : warning;
  return [make('TEXT_DECEPTIVE', `"${name}" ${MEANINGS[deception]}.`, { path }, REMEDY)];
}

function namesOf(
  manifest: NormalizedManifest,
): readonly (readonly [path: string, name: string | undefined])[] {
  const shared = [
    ['name', manifest.name],
    ['version', manifest.version],
    ['author', manifest.author],
    ['license', manifest.license],
    ['homepage', manifest.homepage],
    ['repository', manifest.repository],
  ] as const;
  if (manifest.dialect !== 'bourse') return [...shared, ['displayName', manifest.metadata.displayName]];
  return [
    ...shared,
    ['institution', manifest.institution],
    ...(manifest.statements ?? []).map(({ title }, index) => [`statements[${index}].title`, title] as const),
    ...Object.entries(manifest.credentials ?? {}).map(
      ([name, { label }]) => [`credentials.${name}.label`, label] as const,
    ),
  ];
}
