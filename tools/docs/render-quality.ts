import { QUALITY_LEVELS, type QualityRule } from '@bourse/sdk/check';

const MEANINGS = {
  bronze: 'it does what the contract says, and does no harm to who installs it',
  silver: 'its documents are true, it asks for what it uses, and it does the same again',
  gold: 'it is right on good days and honest on bad ones',
} as const;

/** What has to be there before a rule can be looked at. */
const NEEDS: Readonly<Record<QualityRule['needs'], string>> = {
  files: 'the files',
  bundle: 'the bundle',
  cell: 'a cell',
  emulator: 'a cell, the gateway and the emulator',
};

/** docs/quality.md: every rule by its level. */
export function renderQuality(rules: readonly QualityRule[]): string {
  return [
    '# Quality',
    '',
    '`bourse-plugin check` looks at a plugin as a maintainer would. It builds a copy, runs it in a real cell, and lets it ask its own',
    'emulator by way of the gateway; nothing is written to the folder, and nothing beyond this machine is asked. It ends in a level:',
    '',
    '```sh',
    'npx bourse-plugin check --level gold',
    '```',
    '',
    '| level | a plugin that has it |',
    '|---|---|',
    ...QUALITY_LEVELS.map((level) => `| ${level} | ${MEANINGS[level]} |`),
    '',
    'A level asks for all rules of its own and of those before it. A rule that does not concern a plugin, such as one about files for a',
    'plugin that reads none, is kept. One that cannot be looked at, since a rule before it is broken, is not. The exit code is 1 below the',
    'level that is asked for, bronze unless told. `--json` prints the report for machines; `npm run check` in the repository checks',
    'every plugin. This page is generated from the rules; change them there (`packages/sdk/src/check/rules`) and run `npm run docs`.',
    ...QUALITY_LEVELS.flatMap((level) => [
      '',
      `## ${level[0]?.toUpperCase()}${level.slice(1)}`,
      '',
      '| code | what is true of the plugin | looked at | what to do where it is not |',
      '|---|---|---|---|',
      ...rules
        .filter((rule) => rule.level === level)
        .map(
          ({ code, title, needs, remedy }) =>
            `| <a id="${code.toLowerCase()}"></a>${code} | ${title} | ${NEEDS[needs]} | ${remedy} |`,
        ),
    ]),
    '',
  ].join('\n');
}
