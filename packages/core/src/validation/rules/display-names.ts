import { error, warning, type Finding } from '../../manifest/finding.js';
import type { BourseManifest } from '../../manifest/normalized-manifest.js';
import { findDeception, type Deception } from '../../text/deception.js';
import type { ManifestRule } from '../manifest-rule.js';

const REMEDY = 'Write the name in plain letters of one script.';

const MEANINGS: Readonly<Record<Deception, string>> = {
  INVISIBLE: 'holds characters that cannot be seen',
  MIXED_SCRIPTS: 'mixes letters of several scripts in one word',
  STYLED_LETTERS: 'holds letters that only look like plain ones',
};

/** Names that a user reads before he trusts a plugin are what they look like. */
export const checkDisplayNames: ManifestRule = (manifest) => [
  ...checkName('name', manifest.name),
  ...checkName('version', manifest.version),
  ...checkName('author', manifest.author),
  ...checkName('license', manifest.license),
  ...checkName('homepage', manifest.homepage),
  ...checkName('repository', manifest.repository),
  ...(manifest.dialect === 'bourse'
    ? checkOwnNames(manifest)
    : checkName('displayName', manifest.metadata.displayName)),
];

function checkOwnNames({
  institution,
  statements = [],
  credentials = {},
}: BourseManifest): readonly Finding[] {
  return [
    ...checkName('institution', institution),
    ...statements.flatMap(({ title }, index) => checkName(`statements[${index}].title`, title)),
    ...Object.entries(credentials).flatMap(([name, { label }]) =>
      checkName(`credentials.${name}.label`, label),
    ),
  ];
}

function checkName(path: string, name: string | undefined): readonly Finding[] {
  const deception = name === undefined ? undefined : findDeception(name);
  if (deception === undefined) return [];
  const make = deception === 'INVISIBLE' ? error : warning;
  return [make('TEXT_DECEPTIVE', `"${name}" ${MEANINGS[deception]}.`, { path }, REMEDY)];
}
