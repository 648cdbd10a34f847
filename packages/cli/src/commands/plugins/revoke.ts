import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';
import { findPermission, separableOf } from './choose-permissions.js';

/** `bourse plugins revoke` */
export const addRevokeCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('revoke')
    .summary('take one permission back from a plugin')
    .description(
      'Take one permission back from a plugin. It holds from the next request on, also where the plugin is running.',
    )
    .argument('<id>', 'id of the plugin')
    .argument('<permission>', 'its number in "bourse plugins info", or its id')
    .addHelpText(
      'after',
      examples({
        'bourse plugins revoke acme 2': 'the second one',
        'bourse plugins approve acme --without 1': 'to decide anew on all of them',
      }),
    )
    .action(
      handle(async ({ manager }, id: string, word: string) => {
        const permission = findPermission(separableOf(findPlugin(manager, id).permissions), word);
        await manager.installer.revoke(id, permission.id);
        return {
          json: manager.info(id),
          lines: () => [`${id} no longer ${permission.text}.`],
        };
      }),
    );
};
