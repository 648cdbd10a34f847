import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { codesInFirstCells, isWithoutContent, sectionOf } from '../plugin/readme.js';
import type { QualityRule, Shortcoming } from '../quality-rule.js';

const README = 'README.md';

/** A step on the way to a file. */
const STEP = /^ *\d+[.)] +\S/m;

/** What a user has to know before the first file and the first login. */
export const readmeRule: QualityRule = {
  code: 'BQ202',
  level: 'gold',
  title: 'README.md tells which files it reads and how to get them, what to log in with, and what it lacks',
  remedy:
    'Write the steps to the file as a numbered list and its format into a table, the credentials into their section, what is missing into "Known gaps".',
  needs: 'bundle',
  // A section that is missing or empty is told by the rule about sections.
  after: ['BQ101'],
  check: async (plugin) => {
    const { statements = [], credentials = {} } = await plugin.manifest();
    return [
      ...tellFiles(plugin, [...new Set(statements.map(({ format }) => format))]),
      ...(Object.keys(credentials).length > 0 ? tellContent(plugin, 'Credentials') : []),
      ...tellContent(plugin, 'Known gaps'),
    ];
  },
};

function tellFiles(plugin: CheckedPlugin, formats: readonly string[]): Shortcoming[] {
  if (formats.length === 0) return [];
  const section = sectionOf(plugin, 'Statement files') ?? '';
  const told = codesInFirstCells(section);
  return [
    ...formats
      .filter((format) => !told.includes(format))
      .map((format) => ({ place: README, message: `No table of "Statement files" has "${format}".` })),
    ...(STEP.test(section)
      ? []
      : [{ place: README, message: '"Statement files" has no numbered steps to the file.' }]),
  ];
}

function tellContent(plugin: CheckedPlugin, heading: string): Shortcoming[] {
  if (!isWithoutContent(sectionOf(plugin, heading) ?? '')) return [];
  return [{ place: README, message: `The section "${heading}" says nothing.` }];
}
