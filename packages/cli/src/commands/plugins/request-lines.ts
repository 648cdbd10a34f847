import {
  printable,
  type PendingVersion,
  type Permission,
  type PluginDetails,
  type PluginSummary,
} from '@bourse/core';
import { fieldLines } from '../../output/field-lines.js';
import type { Style } from '../../output/style.js';
import { declinedOf } from './declined-of.js';
import { findingLines } from './finding-lines.js';
import { originText } from './origin-text.js';
import { ownWordLines } from './own-word-lines.js';
import { permissionLine, permissionLines } from './permission-lines.js';
import { sharedInstitutionLines } from './shared-institution-lines.js';

/**
 * What is asked for: origin and rights first, the plugin's own words last.
 *
 * @param beside.others All plugins that there are.
 * @param beside.without Permissions that the user leaves out.
 */
export function requestLines(
  plugin: PluginDetails,
  style: Style,
  { others, without = [] }: { others: readonly PluginSummary[]; without?: readonly string[] | undefined },
): string[] {
  const { id, pending, permissions, findings, packageName } = plugin;
  const isUpdate = pending !== undefined && plugin.digest !== undefined;
  const versions = isUpdate ? ` from ${printable(plugin.version)} to ${printable(pending.version)}` : '';
  const origin = {
    package: printable(packageName),
    'comes from': originText(plugin),
    digest: pending?.digest,
  };
  return [
    style('heading', isUpdate ? `Update ${id}${versions}` : `Approve ${id} ${printable(plugin.version)}`),
    ...fieldLines(origin, style),
    '',
    ...(isUpdate
      ? differenceLines(pending, permissions, style)
      : [...againLines(plugin, without, style), ...permissionLines(permissions, style, without)]),
    ...sharedInstitutionLines(plugin, others, style),
    ...findingLines(findings, style),
    ...ownWordLines(pending?.manifest ?? plugin.manifest, style),
    '',
  ];
}

/** What the user had left out of the version that serves, and is asked to allow. */
function againLines(plugin: PluginDetails, without: readonly string[], style: Style): string[] {
  const again = declinedOf(plugin).filter((id) => !without.includes(id));
  const asked = plugin.permissions.filter(({ id }) => again.includes(id));
  return listLines(
    'You had left out, and it asks for again',
    asked.flatMap((each) => permissionLine(each, plugin.permissions, style('warning', '+'))),
    style,
  );
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
