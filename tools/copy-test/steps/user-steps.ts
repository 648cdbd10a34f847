import { globSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from './plugin-facts.ts';
import { syncThroughEmulator } from './sync-through-emulator.ts';
import type { Trial, TrialStep } from './trial.ts';
import { importRecords } from './import-records.ts';

/** What a user does with the packed plugin. */
export const userSteps: readonly TrialStep[] = [
  {
    name: 'add',
    run: ({ folder, bourse }) => bourse.run('plugins', 'add', onlyTarball(folder)),
  },
  {
    name: 'approve',
    run: ({ folder, bourse }) => bourse.run('plugins', 'approve', factsOf(folder).id, '--yes'),
  },
  { name: 'use', run: use },
];

function onlyTarball(folder: string): string {
  const [tarball, ...others] = globSync(join(folder, '*.tgz'));
  if (tarball === undefined || others.length > 0) throw new Error(`${folder} has not been packed once`);
  return tarball;
}

/** Takes from the plugin all that it has, until the portfolio shows it. */
async function use(trial: Trial): Promise<void> {
  const { statements = [], network = [] } = factsOf(trial.folder);
  if (statements.length > 0 || network.length === 0) await importRecords(trial);
  if (network.length > 0) await syncThroughEmulator(trial);
  const shown: { positions: readonly unknown[] } = JSON.parse(await trial.bourse.run('portfolio', '--json'));
  if (shown.positions.length === 0) throw new Error('The portfolio is empty.');
}
