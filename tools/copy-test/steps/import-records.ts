import { factsOf, sampleFiles } from './plugin-facts.ts';
import type { Trial } from './trial.ts';

/** Imports the plugin's own sample files; one that reads no file is asked for what it has. */
export async function importRecords({ folder, bourse }: Trial): Promise<void> {
  const { id, statements = [] } = factsOf(folder);
  if (statements.length === 0) await bourse.run('import', '--plugin', id);
  else await bourse.run('import', ...sampleFiles(folder));
}
