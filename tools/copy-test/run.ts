// `npm run copy-test`: every plugin copied out of the repository, renamed, installed, built, tested, packed, added and
// used. Words after `--` choose plugins; `--json` for machines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { pluginFolders } from '../bootstrap/plugin-folders.mjs';
import { ROOT } from '../root.ts';
import { copyPlugin } from './place/copy-plugin.ts';
import { installBourse, withHome } from './place/installed-bourse.ts';
import { packPackages } from './place/packed-packages.ts';
import { formatOutcomes } from './report/table.ts';
import { factsOf } from './steps/plugin-facts.ts';
import { runTrial, type TrialOutcome } from './steps/run-trial.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

const folders: readonly string[] = pluginFolders(ROOT).map((folder: string) => join(ROOT, folder));
const chosen = folders.filter((folder) => positionals.length === 0 || positionals.includes(basename(folder)));
const outcomes = await copyAndTry(chosen);
process.stdout.write(`${values.json ? JSON.stringify(outcomes, null, 2) : formatOutcomes(outcomes)}\n`);
if (outcomes.length === 0 || outcomes.some(({ ok }) => !ok)) process.exitCode = 1;

async function copyAndTry(sources: readonly string[]): Promise<TrialOutcome[]> {
  const base = mkdtempSync(join(tmpdir(), 'bourse-copy-test-'));
  try {
    const packages = await packPackages(join(base, 'packages'));
    const command = await installBourse(join(base, 'bourse'), packages.forUsers);
    const found: TrialOutcome[] = [];
    for (const source of sources) {
      const name = basename(source);
      const folder = join(base, name);
      copyPlugin(source, folder);
      const bourse = withHome(command, join(base, `${name}-home`));
      found.push(
        await runTrial(name, {
          folder,
          bourse,
          packages: packages.forAuthors,
          recordSource: selfContained(),
        }),
      );
    }
    return found;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** The folder of a plugin that needs neither files nor a network. */
function selfContained(): string {
  const found = folders.find((folder) => {
    const { statements = [], network = [] } = factsOf(folder);
    return statements.length + network.length === 0;
  });
  if (found === undefined) throw new Error('No plugin gives records by itself.');
  return found;
}
