import { printable, type Finding, type PluginSummary } from '@bourse/core';
import type { View } from '../../answer.js';
import { formatTable, withoutEmptyColumns, type Column } from '../../output/table.js';
import type { AddCommand } from '../../program/command-kit.js';
import { refuseWords } from '../../program/refuse-words.js';
import { findingLines } from './finding-lines.js';
import { stateCell } from './state-cell.js';

const COLUMNS: readonly Column[] = [
  { title: 'plugin' },
  { title: 'version' },
  { title: 'contract', leaves: 0 },
  { title: 'type', leaves: 1 },
  { title: 'institution', shrinks: true, leaves: 2 },
  { title: 'state' },
  { title: 'reads files', shrinks: true },
  { title: 'answers', shrinks: true, leaves: 3 },
  { title: 'note', shrinks: true },
];

/** `bourse plugins`, without further words. */
export const addListCommand: AddCommand = (plugins, handle) => {
  plugins
    .argument('[command]', 'one of the commands below; without one, or with list, all plugins are listed')
    .allowExcessArguments()
    .action((word: string | undefined) => {
      if (word !== undefined && word !== 'list') return refuseWords(plugins, word);
      return handle((session) => {
        const list = session.manager.list();
        const { sourceFindings } = session.manager;
        return {
          json: { plugins: list, findings: sourceFindings },
          lines: (view) => listLines(list, sourceFindings, view),
        };
      })();
    });
};

/** All plugins as a table, with what to do about those that need a word of the user. */
export function listLines(
  list: readonly PluginSummary[],
  findings: readonly Finding[],
  view: View,
): string[] {
  if (list.length === 0)
    return [
      ...findingLines(findings, view.style),
      'There are no plugins yet. Add one: bourse plugins add <folder or .tgz>',
    ];
  const rows = list.map((plugin) => [
    printable(plugin.id),
    printable(plugin.version),
    plugin.api.version ?? '',
    plugin.type ?? 'unknown',
    printable(plugin.institution ?? ''),
    stateCell(plugin.state),
    printable(plugin.formats.join(', ')),
    printable(plugin.services.filter((service) => service !== 'statement').join(', ')),
    printable(noteOf(plugin)),
  ]);
  return [
    ...formatTable(withoutEmptyColumns({ columns: COLUMNS, rows }), view.style, view.width),
    ...findingLines(findings, view.style),
    ...nextSteps(list),
  ];
}

function noteOf({ reason, pending, findings }: PluginSummary): string {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return [
    reason,
    pending === undefined || reason !== undefined
      ? undefined
      : `version ${pending.version} waits for approval`,
    warnings === 0 ? undefined : `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ]
    .filter((note) => note !== undefined)
    .join('; ');
}

function nextSteps(list: readonly PluginSummary[]): string[] {
  const waiting = list.find(({ state, pending }) => state === 'waiting' || pending !== undefined);
  const stopped = list.find(({ state }) => state === 'quarantined');
  return [
    ...(waiting === undefined
      ? []
      : [
          `→ Read what "${printable(waiting.id)}" asks for, and let it run: bourse plugins approve ${printable(waiting.id)}`,
        ]),
    ...(stopped === undefined
      ? []
      : [
          `→ See why "${printable(stopped.id)}" was stopped: bourse plugins history ${printable(stopped.id)}`,
        ]),
  ];
}
