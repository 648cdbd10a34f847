// `npm run copy-test`: every plugin copied out of the repository, renamed, installed, built, tested, packed, added and
// used. `--scaffold`: the same with every kind of plugin that `npm create bourse-plugin` makes. Words after `--` choose
// plugins; `--json` for machines.
import { basename, join } from 'node:path';
import { pluginFolders } from '../bootstrap/plugin-folders.mjs';
import { readArguments } from '../read-arguments.ts';
import { ROOT } from '../root.ts';
import { copyPlugin } from './place/copy-plugin.ts';
import { makeScaffold, scaffoldName, SCAFFOLDS } from './place/scaffolds.ts';
import { formatOutcomes } from './report/table.ts';
import { factsOf } from './steps/plugin-facts.ts';
import { tryPlugins, type Candidates } from './try-plugins.ts';

const { values, positionals } = readArguments({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, scaffold: { type: 'boolean', default: false } },
});

const folders: readonly string[] = pluginFolders(ROOT).map((folder: string) => join(ROOT, folder));
const { names, ...rest } = values.scaffold ? scaffolds() : copies();
const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name));
const outcomes = await tryPlugins({ names: chosen, ...rest });
process.stdout.write(`${values.json ? JSON.stringify(outcomes, null, 2) : formatOutcomes(outcomes)}\n`);
if (outcomes.length === 0 || outcomes.some(({ ok }) => !ok)) process.exitCode = 1;

function copies(): Candidates {
  return {
    names: folders.map((folder) => basename(folder)),
    recordSource: selfContained(),
    make: async (name, parent) => copyPlugin(join(ROOT, 'plugins', name), join(parent, name)),
  };
}

function scaffolds(): Candidates {
  return {
    names: SCAFFOLDS.map(scaffoldName),
    recordSource: selfContained(),
    make: (name, parent, commands) => makeScaffold(join(commands, 'create-bourse-plugin'), parent, name),
  };
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
