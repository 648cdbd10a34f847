import { reduceSettingsSchema } from '../../../build/reduce-settings-schema.js';
import { z } from 'zod';
import type { ContractCase } from '../contract-case.js';
import { ContractViolation, demand } from '../violation.js';

/** The sections of README.md, in their order. */
export const HEADINGS = [
  'Environments',
  'Statement files',
  'Credentials',
  'Symbology',
  'Capabilities',
  'Rate limits',
  'Fees',
  'Known gaps',
];

/** What a user reads and sets. */
export const documentCases: readonly ContractCase[] = [
  {
    number: 105,
    title: 'the settings can be written into the manifest, and their defaults fit',
    applies: ({ contract }) => contract.plugin.settings !== undefined,
    run: async ({ contract: { plugin, settings = {} } }) => {
      if (plugin.settings === undefined) return;
      demandSubset(plugin.settings);
      const checked = plugin.settings.safeParse(settings);
      demand(checked.success, `the defaults do not fit: ${checked.error && z.prettifyError(checked.error)}`);
    },
  },
  {
    number: 106,
    title: 'README.md has the headings that every plugin has',
    run: async (subject) => {
      const headings = Array.from(
        subject.readText('README.md').matchAll(/^#{1,6} +(.+?) *$/gm),
        (match) => match[1],
      );
      const missing = HEADINGS.filter((heading) => !headings.includes(heading));
      demand(missing.length === 0, `README.md lacks: ${missing.join(', ')}`);
    },
  },
];

function demandSubset(settings: z.ZodType): void {
  try {
    reduceSettingsSchema(z.toJSONSchema(settings, { io: 'input' }));
  } catch (error) {
    throw new ContractViolation(error instanceof Error ? error.message : String(error));
  }
}
