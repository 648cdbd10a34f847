import { basename } from 'node:path';
import { printable, type PluginDetails } from '@bourse/core';
import type { View } from '../../answer.js';
import { fieldLines } from '../../output/field-lines.js';
import { importLines } from '../import/import-lines.js';
import { isStored } from '../import/imported-file.js';
import { baseSumLines } from '../ledger/base-sum-lines.js';
import { portfolioLines } from '../ledger/portfolio-lines.js';
import { listLines } from '../plugins/list.js';
import { refusedTo } from '../plugins/permission-lines.js';
import { originsOf } from './demo-connection.js';
import { demoSyncLines } from './demo-sync-lines.js';
import type { Demo } from './run-demo.js';

/** A demo as a person looks at it. @param command What the user types to run this program */
export function demoLines(demo: Demo, command: string, view: View): string[] {
  const imports = demo.imports.map((file) => ({ ...file, file: basename(file.file) }));
  return [
    ...chapter('Plugins', listLines(demo.plugins, [], view), view),
    ...chapter(
      'What they were allowed, each in a process of its own',
      allowedLines(demo.plugins, view),
      view,
    ),
    ...chapter('What none of them could use', refusedLines(demo.plugins, view), view),
    ...chapter('Read into a ledger for this demo alone', importLines(imports, view), view),
    ...chapter(
      'Synced with emulators on this machine; no institution was asked',
      demoSyncLines(demo.syncs, view),
      view,
    ),
    ...chapter('Simulated, all of it', simulatedLines(demo, view), view),
    '',
    ...portfolioLines(demo.portfolio, view),
    ...chapter('So far', incomeLines(demo, view), view),
    ...chapter('What to type next', nextLines(demo.home, command, view), view),
  ].slice(1);
}

function chapter(title: string, lines: readonly string[], { style }: View): string[] {
  return lines.length === 0 ? [] : ['', style('heading', title), ...lines];
}

function allowedLines(plugins: readonly PluginDetails[], { style }: View): string[] {
  const ready = plugins.filter(isReady);
  const rights = ready.map(({ id, permissions, manifest }) => {
    const texts = permissions.filter(({ isSeparable }) => isSeparable !== true).map(({ text }) => text);
    return [printable(id), [...networkText(manifest), ...texts].join('; ')];
  });
  return fieldLines(Object.fromEntries(rights), style);
}

/** The addresses alone; each right toward them is told by `bourse plugins info`. */
function networkText(manifest: PluginDetails['manifest']): string[] {
  const origins = [...originsOf(manifest)];
  if (origins.length === 0) return [];
  const isTrading =
    manifest?.dialect === 'bourse' && manifest.network?.some(({ access }) => access === 'trade');
  return [
    `${isTrading === true ? 'can TRADE at' : 'reads from'} ${origins.map((origin) => printable(origin)).join(', ')}`,
  ];
}

function refusedLines(plugins: readonly PluginDetails[], { style }: View): string[] {
  const permissions = plugins.filter(isReady).flatMap((plugin) => plugin.permissions);
  return refusedTo(permissions).map((text) => `  ${style('bad', '✗')} ${text}`);
}

function isReady({ digest }: PluginDetails): boolean {
  return digest !== undefined;
}

/** Nobody may take any figure of a demo for one of his own. */
function simulatedLines({ imports, syncs }: Demo, { style }: View): string[] {
  const stored = imports.filter(isStored);
  const plugins = (channel: 'file' | 'service'): string =>
    stored
      .filter(({ format, plugin }) => (format === `${plugin}-services`) === (channel === 'service'))
      .map(({ plugin }) => printable(plugin))
      .join(', ');
  return fieldLines(
    {
      'invented statements': plugins('file'),
      'invented by the plugin': plugins('service'),
      'development connections to emulators': syncs.map(({ connectionId }) => connectionId).join(', '),
    },
    style,
  );
}

function incomeLines({ dividends, fees, cash }: Demo, { style }: View): string[] {
  return baseSumLines(
    {
      ...(dividends.base === undefined
        ? {}
        : {
            'dividends, gross': dividends.base.gross,
            'tax withheld': dividends.base.withheld,
            'dividends, net': dividends.base.net,
          }),
      ...(fees.base === undefined ? {} : { 'fees and charges': fees.base }),
      ...(cash.base === undefined
        ? {}
        : { deposits: cash.base.deposits, withdrawals: cash.base.withdrawals }),
    },
    style,
  );
}

/** What to do next; each command has a line of its own, so that it can be copied from a narrow terminal too. */
function nextLines(home: string, command: string, { style }: View): string[] {
  return Object.entries({
    'Your own statements': `${command} import <file>`,
    'Further into this demo': `BOURSE_HOME=${home} ${command} dividends`,
    'What one plugin may do': `${command} plugins info <plugin>`,
    'Everything else': `${command} --help`,
  }).flatMap(([what, words]) => [`  ${style('quiet', what)}`, `    ${words}`]);
}
