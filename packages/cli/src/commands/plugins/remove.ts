import { existsSync } from 'node:fs';
import type { PluginManager } from '@bourse/core';
import type { Answer } from '../../answer.js';
import { resolvePath } from '../../arguments/resolve-path.js';
import { findPlugin } from '../../host/find-plugin.js';
import type { Session } from '../../host/session.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';

/** `bourse plugins remove` */
export const addRemoveCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('remove')
    .summary('take an approval back, and the package out')
    .description(
      'Take the approval of a plugin back, and its package out of the data folder. What it imported stays in the ledger.',
    )
    .argument('<plugin>', 'id of the plugin, or the folder or .tgz that it was added from')
    .addHelpText('after', examples({ 'bourse plugins remove acme': 'it no longer serves; its records stay' }))
    .action(handle(removePlugin));
};

async function removePlugin({ manager, environment }: Session, word: string): Promise<Answer> {
  const id = idOf(manager, word, environment.userFolder);
  await manager.installer.remove(id);
  const stays = manager.list().find((plugin) => plugin.id === id);
  const rest =
    stays?.source === undefined
      ? ''
      : ` Its folder was not added by you and stays where it is: ${stays.source}`;
  return {
    json: { removed: id, ...stays },
    lines: () => [`Removed ${id}; it no longer serves.${rest}`],
  };
}

function idOf(manager: PluginManager, word: string, userFolder: string): string {
  const isKnown = manager.list().some(({ id }) => id === word);
  const path = resolvePath(word, userFolder);
  const claimed = isKnown || !existsSync(path) ? word : (manager.installer.validate(path).id ?? word);
  return findPlugin(manager, claimed).id;
}
