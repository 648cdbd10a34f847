import { printable, type PluginDetails } from '@bourse/core';
import type { View } from '../../answer.js';
import { fieldLines } from '../../output/field-lines.js';
import { toSecond } from '../../output/to-second.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';
import { declinedOf } from './declined-of.js';
import { findingLines } from './finding-lines.js';
import { originText } from './origin-text.js';
import { ownWordLines } from './own-word-lines.js';
import { permissionLines } from './permission-lines.js';
import { stateWord } from './state-cell.js';

/** `bourse plugins info` */
export const addInfoCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('info')
    .summary('everything that is known of one plugin')
    .description(
      'Everything that is known of one plugin without running it: what it is, what it may do, who approved it.',
    )
    .argument('<id>', 'id of the plugin, as "bourse plugins" lists it')
    .addHelpText(
      'after',
      examples({ 'bourse plugins info acme': 'what it reads, where it came from, what was found in it' }),
    )
    .action(
      handle((session, id: string) => {
        const plugin = findPlugin(session.manager, id);
        return { json: plugin, lines: (view) => infoLines(plugin, view) };
      }),
    );
};

function infoLines(plugin: PluginDetails, { style }: View): string[] {
  const { findings, permissions, pending } = plugin;
  return [
    style('heading', printable(plugin.id)),
    ...fieldLines(factsOf(plugin), style),
    '',
    ...permissionLines(permissions, style, declinedOf(plugin)),
    ...(findings.length === 0 ? [] : ['', style('heading', 'Found in it'), ...findingLines(findings, style)]),
    ...ownWordLines(plugin.manifest, style),
    ...(pending === undefined
      ? []
      : ['', `→ Version ${printable(pending.version)} waits: bourse plugins approve ${plugin.id}`]),
  ];
}

function factsOf(plugin: PluginDetails): Record<string, string | undefined> {
  const approval = plugin.approvals.find(({ digest }) => digest === plugin.digest);
  return {
    state:
      plugin.reason === undefined
        ? stateWord(plugin.state)
        : `${stateWord(plugin.state)}: ${printable(plugin.reason)}`,
    package: `${printable(plugin.packageName)} ${printable(plugin.version)}`,
    type: plugin.type,
    institution: plugin.institution === undefined ? undefined : printable(plugin.institution),
    'came from': originText(plugin),
    digest: plugin.digest,
    approved:
      approval === undefined
        ? undefined
        : `${toSecond(approval.approvedAt)} UTC by ${APPROVERS[approval.approvedBy]}`,
    contract: printable(
      plugin.api.version === undefined
        ? plugin.api.range
        : `${plugin.api.version} (claims ${plugin.api.range})`,
    ),
    services: printable(plugin.services.join(', ')),
    reads: printable(plugin.formats.join(', ')),
  };
}

const APPROVERS = {
  user: 'you',
  release: 'the release that it is part of',
  update: 'itself, since it asks for no more than you had approved',
  development: 'you, for as long as it is in development',
} as const;
