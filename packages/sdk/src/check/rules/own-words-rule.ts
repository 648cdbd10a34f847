import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { sectionOf } from '../plugin/readme.js';

/** How the template begins what it leaves to the author. */
const PLACEHOLDER = /\bSay here\b.*/;

const FILES = ['plugin.json', 'README.md'];

/** What users read is the author's, not the template's. */
export const ownWordsRule: QualityRule = {
  code: 'BQ215',
  level: 'gold',
  title:
    'README.md names each credential as the user is asked for it, and nothing is as the template left it',
  remedy:
    'Write the label of each credential into the section "Credentials", and your own words in place of what begins with "Say here".',
  needs: 'bundle',
  // A section that is missing or empty is told by the rule about sections.
  after: ['BQ101'],
  check: async (plugin) => {
    const { credentials = {} } = await plugin.manifest();
    const section = sectionOf(plugin, 'Credentials')?.toLowerCase() ?? '';
    const missing = Object.values(credentials).filter(({ label }) => !section.includes(label.toLowerCase()));
    return [
      ...missing.map(({ label }) => ({
        place: 'README.md',
        message: `The section "Credentials" does not name "${label}".`,
      })),
      ...FILES.flatMap((file) => findPlaceholders(plugin, file)),
    ];
  },
};

function findPlaceholders(plugin: CheckedPlugin, file: string): Shortcoming[] {
  return (plugin.readText(file) ?? '').split('\n').flatMap((line, index) => {
    const found = PLACEHOLDER.exec(line);
    return found === null
      ? []
      : [{ place: `${file}:${index + 1}`, message: `The template's words are still there: ${found[0]}` }];
  });
}
