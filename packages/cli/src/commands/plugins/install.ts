import { existsSync } from 'node:fs';
import { printable, type PluginDetails, type PluginManager } from '@bourse/core';
import { resolvePath } from '../../arguments/resolve-path.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';
import { stateWord } from './state-cell.js';

/** `bourse plugins add` and `bourse plugins remove` */
export const addInstallCommands: AddCommand = (plugins, handle) => {
  plugins
    .command('add')
    .summary('take a package in')
    .description(
      'Take a package into the data folder. Nothing of it is run; it has to be approved before it serves.',
    )
    .argument('<package>', 'folder of a built plugin, or a .tgz as "npm pack" makes it')
    .addHelpText(
      'after',
      examples({ 'bourse plugins add ./acme-1.2.0.tgz': 'then: bourse plugins approve acme' }),
    )
    .action(
      handle(async (session, path: string) => {
        const id = await session.manager.installer.add(resolvePath(path, session.environment.userFolder));
        const plugin = session.manager.info(id);
        return { json: plugin, lines: () => [`Added ${id}. ${nextText(plugin)}`] };
      }),
    );
  plugins
    .command('remove')
    .summary('take an approval back, and the package out')
    .description(
      'Take the approval of a plugin back, and its package out of the data folder. What it imported stays in the ledger.',
    )
    .argument('<plugin>', 'id of the plugin, or the folder or .tgz that it was added from')
    .addHelpText('after', examples({ 'bourse plugins remove acme': 'it no longer serves; its records stay' }))
    .action(
      handle(async (session, word: string) => {
        const id = idOf(session.manager, word, session.environment.userFolder);
        await session.manager.installer.remove(id);
        const stays = session.manager.list().find((plugin) => plugin.id === id);
        const rest =
          stays?.source === undefined
            ? ''
            : ` Its folder was not added by you and stays where it is: ${stays.source}`;
        return {
          json: { removed: id, ...stays },
          lines: () => [`Removed ${id}; it no longer serves.${rest}`],
        };
      }),
    );
};

/** What becomes of a package that was added. */
function nextText({ id, state, version, reason, pending }: PluginDetails): string {
  const approve = `bourse plugins approve ${id}`;
  if (state === 'waiting') return `It waits for you: ${approve}`;
  if (pending !== undefined)
    return `Version ${printable(version)} serves on; version ${printable(pending.version)} waits for you: ${approve}`;
  if (state === 'discovered' || state === 'active')
    return `Version ${printable(version)} serves; it asks for no more than was approved.`;
  return `It is ${stateWord(state)}${reason === undefined ? '' : `: ${printable(reason)}`}. See: bourse plugins info ${id}`;
}

function idOf(manager: PluginManager, word: string, userFolder: string): string {
  const isKnown = manager.list().some(({ id }) => id === word);
  const path = resolvePath(word, userFolder);
  const claimed = isKnown || !existsSync(path) ? word : (manager.installer.validate(path).id ?? word);
  return findPlugin(manager, claimed).id;
}
