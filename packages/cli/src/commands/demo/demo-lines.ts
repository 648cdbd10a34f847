import { basename } from 'node:path';
import { printable, type PluginDetails } from '@bourse/core';
import type { View } from '../../answer.js';
import { fieldLines } from '../../output/field-lines.js';
import { importLines } from '../import/import-lines.js';
import { baseSumLines } from '../ledger/base-sum-lines.js';
import { portfolioLines } from '../ledger/portfolio-lines.js';
import { listLines } from '../plugins/list.js';
import { refusedTo } from '../plugins/permission-lines.js';
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
    ...chapter('Read into a ledger for this demo alone', importLines(imports, view), view),
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
  const ready = plugins.filter(({ digest }) => digest !== undefined);
  const rights = ready.map(({ id, permissions }) => [
    printable(id),
    permissions.map(({ text }) => text).join('; '),
  ]);
  return [
    ...fieldLines(Object.fromEntries(rights), style),
    style('heading', 'What none of them could use'),
    ...refusedTo([]).map((text) => `  ${style('bad', '✗')} ${text}`),
  ];
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
