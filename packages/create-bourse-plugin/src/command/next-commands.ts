import type { Answers } from '../answers/answers.js';

/** What an author types next, from the folder of the plugin. */
export function nextCommands({ id, needs, type }: Answers, installing: readonly string[]): string[] {
  return [
    ...installing,
    'npm run check',
    'bourse plugins add .',
    `bourse plugins approve ${id} --yes`,
    ...(needs.has('statement') ? ['bourse import fixtures/account.csv --simulated'] : []),
    ...(type === 'broker' && needs.has('statement') ? ['bourse portfolio'] : []),
    ...(needs.has('network') ? ['npm run emulator', `bourse connect ${id} --help`] : []),
  ];
}
