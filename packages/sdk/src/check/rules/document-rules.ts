import { SERVICE_ALIASES, SERVICE_NAMES } from '@bourse/core/interfaces';
import { HEADINGS } from '../../testing/contract/cases/document-cases.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { codesInFirstCells, isPending, sectionOf } from '../plugin/readme.js';
import type { QualityRule } from '../quality-rule.js';
import { withoutNetwork } from './exemptions.js';
import { readmeRule } from './readme-rule.js';

const README = 'README.md';

/** The contract suites, by the types that they are for. */
const SUITES: ReadonlyMap<string, string> = new Map([
  ['broker', 'testBroker'],
  ['data-provider', 'testDataProvider'],
]);

/** What users read before they decide. */
export const documentRules: readonly QualityRule[] = [
  {
    code: 'BQ101',
    level: 'silver',
    title: 'README.md has the sections that every plugin has, and each of them says something',
    remedy: 'Write the section; where there is nothing to say, say "None.".',
    needs: 'files',
    check: (plugin) =>
      HEADINGS.flatMap((heading) => {
        const section = sectionOf(plugin, heading);
        if (section !== undefined && !isPending(section)) return [];
        const lack = section === undefined ? 'is missing' : 'says nothing';
        return [{ place: README, message: `The section "${heading}" ${lack}.` }];
      }),
  },
  {
    code: 'BQ102',
    level: 'silver',
    title: 'the table of capabilities in README.md and the services of plugin.json agree',
    remedy:
      'Give the section "Capabilities" a table whose first cells name each service as code, and no other service.',
    needs: 'bundle',
    check: async (plugin) => {
      const declared = await servicesOf(plugin);
      const section = sectionOf(plugin, 'Capabilities');
      if (section === undefined) return [];
      const told = codesInFirstCells(section).filter((code) => SERVICE_NAMES.some((name) => name === code));
      const [missing, surplus] = [
        declared.filter((name) => !told.includes(name)),
        told.filter((name) => !declared.includes(name)),
      ];
      return [
        ...(missing.length === 0
          ? []
          : [{ place: README, message: `The table lacks ${missing.join(', ')}.` }]),
        ...(surplus.length === 0
          ? []
          : [{ place: README, message: `plugin.json does not declare ${surplus.join(', ')}.` }]),
      ];
    },
  },
  {
    code: 'BQ103',
    level: 'silver',
    title: 'what changed is told',
    remedy: 'Write CHANGELOG.md, or a changeset in .changeset/.',
    needs: 'files',
    check: (plugin) => {
      const hasChangeset = plugin
        .list('.changeset')
        .some((name) => name.endsWith('.md') && name !== 'README.md');
      const changelog = plugin.readText('CHANGELOG.md')?.trim() ?? '';
      return hasChangeset || changelog !== ''
        ? []
        : [{ place: 'CHANGELOG.md', message: 'Neither a changelog nor a changeset is there.' }];
    },
  },
  {
    code: 'BQ104',
    level: 'silver',
    title: 'it has tests, with the contract suite where there is one for its type',
    remedy:
      'Write test/contract.test.ts with testBroker or testDataProvider of @bourse/sdk/testing, and a script "test".',
    needs: 'bundle',
    check: async (plugin) => {
      const { scripts } = plugin.readJson('package.json');
      const hasScript = typeof scripts === 'object' && scripts !== null && 'test' in scripts;
      const tests = ['src', 'test'].flatMap((folder) =>
        plugin
          .list(folder)
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => plugin.readText(`${folder}/${name}`) ?? ''),
      );
      const suite = SUITES.get((await plugin.manifest()).type);
      return [
        ...(hasScript ? [] : [{ place: 'package.json', message: 'There is no script "test".' }]),
        ...(tests.length > 0 ? [] : [{ place: 'test', message: 'There are no tests.' }]),
        ...(tests.length === 0 || suite === undefined || tests.some((text) => text.includes(`${suite}(`))
          ? []
          : [{ place: 'test', message: 'No test runs the contract suite.' }]),
      ];
    },
  },
  {
    code: 'BQ201',
    level: 'gold',
    title: 'each setting is explained where it is set and in README.md',
    remedy: 'Give the setting a description in src/settings.ts, and a row in the section "Environments".',
    needs: 'bundle',
    exempts: async (plugin) =>
      Object.keys(await settingsOf(plugin)).length === 0 ? 'it has no settings' : undefined,
    check: async (plugin) => {
      const told = codesInFirstCells(plugin.readText(README) ?? '');
      return Object.entries(await settingsOf(plugin)).flatMap(([name, schema]) => [
        ...((schema.description ?? '').trim() === ''
          ? [{ place: 'src/settings.ts', message: `The setting "${name}" has no description.` }]
          : []),
        ...(told.includes(name) ? [] : [{ place: README, message: `The setting "${name}" is in no table.` }]),
      ]);
    },
  },
  readmeRule,
  {
    code: 'BQ203',
    level: 'gold',
    title: 'somebody without an account can try what it asks the network for',
    remedy: 'Write an emulator: emulator/index.ts with defineEmulator of @bourse/sdk/emulator.',
    needs: 'bundle',
    exempts: withoutNetwork,
    check: (plugin) =>
      plugin.readText('emulator/index.ts') === undefined
        ? [{ place: 'emulator/index.ts', message: 'There is no emulator.' }]
        : [],
  },
];

/** The services of the manifest by their own names. */
async function servicesOf(plugin: CheckedPlugin): Promise<string[]> {
  const { services } = await plugin.manifest();
  return services.flatMap((name) => SERVICE_ALIASES[name] ?? [name]);
}

async function settingsOf(
  plugin: CheckedPlugin,
): Promise<Record<string, { readonly description?: string | undefined }>> {
  return (await plugin.manifest()).settings?.properties ?? {};
}
