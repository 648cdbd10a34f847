import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';

/** Every kind of plugin that `npm create bourse-plugin` makes, by type and needs. */
export const SCAFFOLDS: readonly (readonly [type: string, needs: string])[] = [
  ['broker', 'statement'],
  ['broker', 'network'],
  ['broker', 'network,credentials'],
  ['broker', 'statement,network'],
  ['broker', 'statement,network,credentials'],
  ['data-provider', 'network'],
  ['data-provider', 'network,credentials'],
];

const DOTTED = ['.changeset/first-release.md', '.github/workflows/ci.yml', '.gitignore'];

/** The id of the plugin that is made of a type and needs. */
export function scaffoldName([type, needs]: readonly [string, string]): string {
  return `${type}-${needs.replaceAll(',', '-')}`;
}

/** Has the installed command make a plugin in a folder of its name. */
export async function makeScaffold(command: string, parent: string, name: string): Promise<void> {
  const scaffold = SCAFFOLDS.find((each) => scaffoldName(each) === name);
  if (scaffold === undefined) throw new Error(`There is no kind of plugin ${name}.`);
  const [type, needs] = scaffold;
  await runCommand(command, [name, '--type', type, '--needs', needs, '--yes'], { cwd: parent });
  // npm treats files with a dot in its own way when it packs the template.
  const missing = DOTTED.filter((file) => !existsSync(join(parent, name, file)));
  if (missing.length > 0) throw new Error(`${name} was made without ${missing.join(', ')}.`);
}
