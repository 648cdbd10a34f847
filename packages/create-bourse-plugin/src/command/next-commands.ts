import type { Answers } from '../answers/answers.js';

/** Commands that depend on whether the package comes from a registry or a clone. */
export interface OwnCommands {
  /** What installs the packages, typed in the folder of the plugin. */
  readonly installing: readonly string[];
  /** What has a shell know the command `bourse`. */
  readonly knowingBourse: readonly string[];
}

/** What an author types next, from the folder of the plugin. */
export function nextCommands(
  { id, needs, type }: Answers,
  { installing, knowingBourse }: OwnCommands,
): string[] {
  return [
    ...installing,
    'npm run check',
    ...knowingBourse,
    'bourse plugins add .',
    `bourse plugins approve ${id} --yes`,
    ...(needs.has('statement') ? ['bourse import fixtures/account.csv --simulated'] : []),
    ...(type === 'broker' && needs.has('statement') ? ['bourse portfolio'] : []),
    ...(needs.has('network') ? ['npm run emulator', `bourse connect ${id} --help`] : []),
  ];
}
