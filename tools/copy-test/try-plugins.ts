import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installCommands, withHome } from './place/installed-bourse.ts';
import { packPackages } from './place/packed-packages.ts';
import { runTrial, type TrialOutcome } from './steps/run-trial.ts';

/** Plugins to be tried, each in a folder of its own outside the repository. */
export interface Candidates {
  readonly names: readonly string[];
  /** The folder of a built plugin that gives records by itself. */
  readonly recordSource: string;
  /**
   * Puts the sources of one into a folder of its name.
   * @param commands The folder of the installed commands
   */
  make(name: string, parent: string, commands: string): Promise<void>;
}

/** Tries one after the other, with packages of the working tree that are packed once. */
export async function tryPlugins({ names, recordSource, make }: Candidates): Promise<TrialOutcome[]> {
  const base = mkdtempSync(join(tmpdir(), 'bourse-copy-test-'));
  try {
    const { forAuthors, forUsers, forCreators } = await packPackages(join(base, 'packages'));
    const commands = await installCommands(join(base, 'commands'), [
      ...new Set([...forUsers, ...forCreators]),
    ]);
    const outcomes: TrialOutcome[] = [];
    for (const name of names) {
      const folder = join(base, name);
      const bourse = withHome(join(commands, 'bourse'), join(base, `${name}-home`));
      const trial = { folder, bourse, packages: forAuthors, recordSource };
      outcomes.push(await runTrial(name, trial, () => make(name, base, commands)));
    }
    return outcomes;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
