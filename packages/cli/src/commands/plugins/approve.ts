import { printable, type PluginDetails } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { Option } from 'commander';
import { confirm } from '../../output/confirm.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';
import { chooseWithout, type PermissionChoice } from './choose-permissions.js';
import { declinedOf } from './declined-of.js';
import { requestLines } from './request-lines.js';

/** `bourse plugins approve` */
export const addApproveCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('approve')
    .summary('read what a plugin asks for, and let it run')
    .description(
      'Show what a plugin asks for and let it run with that. An update that asks for more has to be approved again. What you have left out or taken back of the version that serves can be allowed again.',
    )
    .argument('<id>', 'id of the plugin')
    .option('--only <numbers...>', 'of what can be left out, allow these alone')
    .addOption(new Option('--without <numbers...>', 'allow everything but these').conflicts('only'))
    .option('--yes', 'do not ask; for scripts whose author has read what the plugin asks for')
    .addHelpText(
      'after',
      examples({
        'bourse plugins approve acme': 'shows the permissions, then asks',
        'bourse plugins approve acme --without 2': 'all but the second permission',
        'bourse plugins approve acme --yes': 'for scripts',
      }),
    )
    .action(
      handle(
        async (session, id: string, { yes = false, ...choice }: { yes?: boolean } & PermissionChoice) => {
          const { manager, terminal, signal } = session;
          const plugin = findPlugin(manager, id);
          const isSettled = plugin.state !== 'waiting' && plugin.pending === undefined;
          const chosen = chooseWithout(plugin.pending?.permissions ?? plugin.permissions, choice);
          if (isSettled && chosen === undefined && declinedOf(plugin).length === 0)
            return approved(plugin, 'needs no approval');
          const without = isSettled ? (chosen ?? []) : chosen;
          await terminal.writeErrorLines(
            requestLines(plugin, terminal.errorStyle, { others: manager.list(), without }),
          );
          if (!yes && !(await confirm(`Let ${id} run with this?`, terminal, signal)))
            throw notApproved(id, terminal.isInteractive);
          await manager.installer.approve(id, { shown: plugin.pending?.digest, without });
          return approved(manager.info(id), 'is approved; the first call starts it');
        },
      ),
    );
};

function approved(plugin: PluginDetails, what: string): { json: unknown; lines: () => string[] } {
  return { json: plugin, lines: () => [`${plugin.id} ${printable(plugin.version)} ${what}.`] };
}

function notApproved(id: string, wasAsked: boolean): ProblemError {
  return new ProblemError({
    code: 'PLUGIN_NOT_APPROVED',
    message: wasAsked ? `${id} was not approved.` : 'Nobody is there to be asked, so nothing was approved.',
    remedy: wasAsked ? 'It stays as it was.' : `Read "bourse plugins info ${id}", then add --yes.`,
  });
}
