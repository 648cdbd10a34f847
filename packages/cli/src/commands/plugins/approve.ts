import { printable, type PendingVersion, type Permission, type PluginDetails } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { Option } from 'commander';
import { confirm } from '../../output/confirm.js';
import { fieldLines } from '../../output/field-lines.js';
import type { Style } from '../../output/style.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';
import { chooseWithout, type PermissionChoice } from './choose-permissions.js';
import { findingLines } from './finding-lines.js';
import { ownWordLines } from './own-word-lines.js';
import { permissionLine, permissionLines } from './permission-lines.js';

/** `bourse plugins approve` */
export const addApproveCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('approve')
    .summary('read what a plugin asks for, and let it run')
    .description(
      'Show what a plugin asks for and let it run with that. An update that asks for more has to be approved again.',
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
          const without = chooseWithout(plugin.pending?.permissions ?? plugin.permissions, choice);
          if (plugin.state !== 'waiting' && plugin.pending === undefined && without === undefined)
            return approved(plugin, 'needs no approval');
          await terminal.writeErrorLines(requestLines(plugin, terminal.errorStyle, without));
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

/** What is asked for: origin and rights first, the plugin's own words last. */
function requestLines(plugin: PluginDetails, style: Style, without: readonly string[] = []): string[] {
  const { id, pending, permissions, findings, source, packageName } = plugin;
  const isUpdate = pending !== undefined && plugin.digest !== undefined;
  const versions = isUpdate ? ` from ${printable(plugin.version)} to ${printable(pending.version)}` : '';
  const origin = {
    package: printable(packageName),
    'comes from': source === undefined ? undefined : printable(source),
    digest: pending?.digest,
  };
  return [
    style('heading', isUpdate ? `Update ${id}${versions}` : `Approve ${id} ${printable(plugin.version)}`),
    ...fieldLines(origin, style),
    '',
    ...(isUpdate
      ? differenceLines(pending, permissions, style)
      : permissionLines(permissions, style, without)),
    ...findingLines(findings, style),
    ...ownWordLines(pending?.manifest ?? plugin.manifest, style),
    '',
  ];
}

/** What an update changes, in rights. @param served What the version that serves may do */
function differenceLines(
  { asksFor, permissions }: PendingVersion,
  served: readonly Permission[],
  style: Style,
): string[] {
  const more = new Set(asksFor.map(({ id }) => id));
  const wanted = new Set(permissions.map(({ id }) => id));
  return [
    ...(more.size === 0
      ? ['It asks for nothing new; you had gone back behind this version.']
      : [style('heading', 'It asks for more than before')]),
    ...asksFor.flatMap((each) => permissionLine(each, permissions, style('warning', '+'))),
    ...listLines(
      'It no longer asks for',
      served.filter(({ id }) => !wanted.has(id)).map(({ text }) => `  ${style('quiet', '-')} ${text}`),
      style,
    ),
    ...listLines(
      'As before, it',
      permissions
        .filter(({ id }) => !more.has(id))
        .flatMap((each) => permissionLine(each, permissions, style('good', '✓'))),
      style,
    ),
  ];
}

function listLines(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : [style('heading', title), ...lines];
}
