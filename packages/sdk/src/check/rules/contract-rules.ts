import { casesOf } from '../trial/cases-of.js';
import { ContractViolation } from '../../testing/contract/violation.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { servicesOver } from '../trial/cell-host.js';
import { CellSubject } from '../trial/cell-subject.js';
import { fixturesOf } from '../trial/fixtures-of.js';
import { OwnCell } from '../trial/own-cell.js';
import { definitionOf } from '../trial/plugin-definition.js';
import { shortcomingsOf } from './findings.js';

/** Cases of the suite with a rule of their own. */
const CASES_OF_OTHER_RULES = new Set([104, 106, 203]);

/**
 * Cases that need the test of the plugin: 107 compares with the sources, 108 counts timers of this process, 207 knows
 * what a fixture holds, 311 compares errors by identity, 312 looks at once whether a file was closed.
 */
const CASES_OF_TESTS = new Set([107, 108, 207, 311, 312]);

/** What every plugin does as the contract says. */
export const contractRules: readonly QualityRule[] = [
  {
    code: 'BQ006',
    level: 'bronze',
    title: 'it runs in a real cell and offers the services of plugin.json',
    remedy: 'Make "services" in plugin.json and activate agree, and use nothing that a cell does not have.',
    needs: 'bundle',
    check: async (plugin) => shortcomingsOf(await plugin.trial()),
  },
  {
    code: 'BQ007',
    level: 'bronze',
    title:
      'every format has a file in demo/ or fixtures/, and every row of it is in a record, unclassified or ignored',
    remedy: 'Write a file of the format by hand; give what is not read to `unclassified` or `ignore`.',
    needs: 'cell',
    exempts: async (plugin) =>
      ((await plugin.manifest()).statements ?? []).length === 0
        ? 'plugin.json has no "statements"'
        : undefined,
    check: (plugin) => runCases(plugin, (number) => number === 104 || number === 203),
  },
  {
    code: 'BQ008',
    level: 'bronze',
    title: 'the contract suite passes in a real cell',
    remedy:
      'Run testBroker or testDataProvider of @bourse/sdk/testing in the tests of the plugin, and mend what its case tells.',
    needs: 'cell',
    after: ['BQ007'],
    check: async (plugin) => {
      const others = new Set([...CASES_OF_OTHER_RULES, ...CASES_OF_TESTS]);
      return await runCases(plugin, (number) => !others.has(number));
    },
  },
];

/** Lets the contract suite look at the plugin while it runs in one cell, with the files that it reads. */
export async function withCellSubject<Result>(
  plugin: CheckedPlugin,
  run: (subject: CellSubject) => Promise<Result>,
): Promise<Result> {
  await using cell = await OwnCell.start(plugin);
  const contract = {
    plugin: await definitionOf(plugin),
    folder: plugin.folder,
    fixtures: await fixturesOf(plugin),
  };
  return await run(new CellSubject(contract, servicesOver(cell.services, cell)));
}

/** Runs cases of the contract suite, against the plugin in one cell. */
async function runCases(
  plugin: CheckedPlugin,
  isWanted: (number: number) => boolean,
): Promise<Shortcoming[]> {
  const hasNetwork = ((await plugin.manifest()).network ?? []).length > 0;
  return withCellSubject(plugin, async (subject) => {
    const shortcomings: Shortcoming[] = [];
    for (const { number, title, run } of casesOf(subject)) {
      // What is asked of an institution is asked with its emulator, by other rules.
      if (!isWanted(number) || (hasNetwork && number >= 400)) continue;
      const message = await run(subject).then(() => undefined, violationOf);
      if (message !== undefined) shortcomings.push({ place: `case ${number}, ${title}`, message });
    }
    return shortcomings;
  });
}

/** What a case tells of the plugin. */
export function violationOf(error: unknown): string {
  if (error instanceof ContractViolation) return error.message;
  return String(error);
}
