import type { Settings, Statement } from '@bourse/core/interfaces';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { findOverlapConflicts } from '../trial/overlapping-files.js';
import { pullRecords } from '../trial/pulled-records.js';
import { findQuantityConflicts } from '../trial/sum-of-fills.js';
import { findToldTwice } from '../trial/told-twice.js';
import { readWhole } from '../../testing/contract/outcome.js';
import { withCellSubject } from './contract-rules.js';
import { withoutFiles, withoutLists } from './exemptions.js';

/** Worlds that a plugin makes of a whole number in its settings. */
const OTHER_WORLDS = 2;

/** What is true of all data, looked at with data that are made from others. */
export const identityRules: readonly QualityRule[] = [
  {
    code: 'BQ212',
    level: 'gold',
    title:
      'files that overlap tell one story: nothing comes twice, nothing is lost, whatever is imported first',
    remedy: 'Recognise a booking by what it says, never by its place in the file.',
    needs: 'cell',
    after: ['BQ007', 'BQ008', 'BQ107'],
    exempts: withoutFiles,
    check: (plugin) =>
      withCellSubject(plugin, async (subject) => {
        const shortcomings: Shortcoming[] = [];
        for (const fixture of subject.fixtures)
          for (const message of await findOverlapConflicts(subject, fixture))
            shortcomings.push({ place: fixture.file, message });
        return shortcomings;
      }),
  },
  {
    code: 'BQ213',
    level: 'gold',
    title:
      'amounts obey their laws: quantity × price is the gross amount, and gross less taxes and charges is net',
    remedy:
      'Compare the record with the row or the item that it was made of; list what you computed in `derived`.',
    needs: 'emulator',
    after: ['BQ008', 'BQ109', 'BQ110'],
    exempts: withoutLists,
    check: async (plugin) =>
      (await worldsOf(plugin)).flatMap((world) =>
        world.statements
          .flatMap(({ problems }) => problems)
          .filter(({ code }) => code === 'IDENTITY_BROKEN')
          .map(({ message }) => ({ place: world.name, message })),
      ),
  },
  {
    code: 'BQ214',
    level: 'gold',
    title: 'what is held is what was bought, sold, moved and exchanged',
    remedy: 'Look for bookings that are in no list, or are in two.',
    needs: 'emulator',
    after: ['BQ008', 'BQ109', 'BQ110'],
    exempts: async (plugin) =>
      (await plugin.manifest()).services.some((name) => name === 'portfolio')
        ? withoutLists(plugin)
        : 'plugin.json has no "portfolio" in "services"',
    check: async (plugin) =>
      (await worldsOf(plugin)).flatMap((world) =>
        findQuantityConflicts(world.statements).map((message) => ({ place: world.name, message })),
      ),
  },
  {
    code: 'BQ216',
    level: 'gold',
    title: 'a booking that a file and the lists both tell has one id, so that it is counted once',
    remedy:
      'Give `source.recordId` what the institution calls the booking, in the file and in the lists alike.',
    needs: 'emulator',
    after: ['BQ007', 'BQ008', 'BQ109', 'BQ110'],
    exempts: async (plugin) => (await withoutFiles(plugin)) ?? withoutLists(plugin),
    check: async (plugin) => {
      const [{ statements: lists } = { statements: [] }] = await worldsOf(plugin);
      return withCellSubject(plugin, async (subject) => {
        const shortcomings: Shortcoming[] = [];
        for (const fixture of subject.fixtures)
          for (const message of findToldTwice([await readWhole(subject, { fixture })], lists))
            shortcomings.push({ place: fixture.file, message });
        return shortcomings;
      });
    },
  },
];

interface World {
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** What the lists say with the defaults of the settings, and with other whole numbers in them. */
function worldsOf(plugin: CheckedPlugin): Promise<World[]> {
  return plugin.once('worlds', async () => {
    const { settings } = await plugin.manifest();
    const worlds: World[] = [{ name: 'lists', statements: await pullRecords(plugin, {}, 'defaults') }];
    for (const [name, schema] of Object.entries(settings?.properties ?? {}))
      for (let step = 1; step <= OTHER_WORLDS && schema.type === 'integer'; step += 1) {
        const value = Number(schema.default ?? 0) + step;
        if (schema.maximum !== undefined && value > schema.maximum) continue;
        const other: Settings = { [name]: value };
        const statements = await pullRecords(plugin, other, `${name}-${value}`);
        worlds.push({ name: `lists with ${name} = ${value}`, statements });
      }
    return worlds;
  });
}
