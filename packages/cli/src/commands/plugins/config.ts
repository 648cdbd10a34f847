import { printable, type PluginDetails } from '@bourse/core';
import type { Setting, Settings } from '@bourse/core/interfaces';
import type { Answer, View } from '../../answer.js';
import { collect } from '../../arguments/collect.js';
import { fieldLines } from '../../output/field-lines.js';
import type { Style } from '../../output/style.js';
import { formatTable } from '../../output/table.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';
import type { Session } from '../../host/session.js';
import { readSettings } from './read-settings.js';

/** `bourse plugins config` */
export const addConfigCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('config')
    .summary('see and change the settings of a plugin')
    .description(
      'See the settings of a plugin, or change some. The plugin is tried with them first; where it refuses, all stays as it was.',
    )
    .argument('<id>', 'id of the plugin')
    .argument('[key=value...]', 'settings to change')
    .option('--unset <key>', 'take a setting back to its default (may be repeated)', collect)
    .addHelpText(
      'after',
      examples({
        'bourse plugins config acme': 'what can be set, and what it is set to',
        'bourse plugins config acme baseCurrency=USD markets=XAMS,XPAR': 'change two settings at once',
        'bourse plugins config acme --unset baseCurrency': 'back to the default',
      }),
    )
    .action(handle(answerConfig));
};

async function answerConfig(
  { manager }: Session,
  id: string,
  words: readonly string[],
  { unset = [] }: { unset?: readonly string[] },
): Promise<Answer> {
  const change = readSettings(findPlugin(manager, id).settingsSchema, words, unset);
  if (Object.keys(change).length > 0) await manager.settings.configure(id, change);
  const plugin = manager.info(id);
  return {
    json: { id, settings: effectiveSettings(plugin), given: plugin.settings, schema: plugin.settingsSchema },
    lines: (view) => configLines(plugin, view),
  };
}

/** What holds: the defaults, and what the user gave. */
function effectiveSettings({ settingsSchema, settings }: PluginDetails): Settings {
  const defaults = Object.entries(settingsSchema?.properties ?? {}).flatMap(([name, setting]) =>
    setting.default === undefined ? [] : [[name, setting.default] as const],
  );
  return { ...Object.fromEntries(defaults), ...settings };
}

function configLines(plugin: PluginDetails, { style, width }: View): string[] {
  const settings = effectiveSettings(plugin);
  const rows = Object.entries(plugin.settingsSchema?.properties ?? {}).map(([name, setting]) => [
    name,
    valueText(settings[name]),
    Object.hasOwn(plugin.settings, name) ? 'you' : 'default',
    typeText(setting),
  ]);
  const columns = [
    { title: 'setting' },
    { title: 'value', shrinks: true },
    { title: 'set by' },
    { title: 'type' },
  ];
  return rows.length === 0
    ? [`${plugin.id} has no settings.`]
    : [...formatTable({ columns, rows }, style, width), ...meaningLines(plugin, style)];
}

/** What the settings mean, below the table, where there is room for sentences. */
function meaningLines({ settingsSchema }: PluginDetails, style: Style): string[] {
  const meanings = Object.entries(settingsSchema?.properties ?? {}).map(
    ([name, { description, title }]) => [name, printable(description ?? title ?? '')] as const,
  );
  const lines = fieldLines(Object.fromEntries(meanings), style);
  return lines.length === 0 ? [] : ['', style('heading', 'What they mean, in its own words'), ...lines];
}

function valueText(value: Settings[string] | undefined): string {
  return value === undefined ? '' : printable(typeof value === 'object' ? value.join(', ') : String(value));
}

function typeText(setting: Setting): string {
  if (setting.type === 'array') return `list of ${setting.items.type}`;
  return setting.type === 'string' && setting.enum !== undefined
    ? printable(setting.enum.join(' | '))
    : setting.type;
}
