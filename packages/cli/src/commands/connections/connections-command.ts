import { printable, type ConnectionSummary } from '@bourse/core';
import type { View } from '../../answer.js';
import { formatTable, withoutEmptyColumns, type Cell } from '../../output/table.js';
import { toSecond } from '../../output/to-second.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { programText } from './program-text.js';

/** `bourse connections` */
export const addConnectionsCommand: AddCommand = (program, handle) => {
  program
    .command('connections')
    .summary('list your connections')
    .description(
      'List your connections: where they lead, what they trust on this machine, when they were last synced, and which login was refused.',
    )
    .addHelpText('after', examples({ 'bourse connections': 'what is connected' }))
    .action(
      handle(({ manager }) => {
        const connections = manager.connections.list();
        return { json: { connections }, lines: (view) => listLines(connections, view) };
      }),
    );
};

function listLines(connections: readonly ConnectionSummary[], { style, width }: View): string[] {
  if (connections.length === 0)
    return ['Nothing is connected yet.', '→ See what can be: bourse plugins; then: bourse connect <plugin>'];
  const table = {
    columns: [
      { title: 'connection' },
      { title: 'name', shrinks: true },
      { title: 'institution', shrinks: true, leaves: 1 },
      { title: 'plugin', leaves: 2 },
      { title: 'leads to' },
      { title: 'trusts', shrinks: true, leaves: 3 },
      { title: 'last synced (UTC)' },
      { title: 'login', shrinks: true },
    ],
    rows: connections.map(rowOf),
  };
  return formatTable(withoutEmptyColumns(table), style, width);
}

function rowOf({
  id,
  name,
  institution,
  pluginId,
  environment,
  programs,
  lastSyncedAt,
  refusedLogin,
}: ConnectionSummary): Cell[] {
  return [
    id,
    printable(name),
    printable(institution ?? ''),
    pluginId,
    environment === 'live' ? 'the institution' : { text: 'development', meaning: 'warning' },
    Object.values(programs).map(programText).join('; '),
    lastSyncedAt === undefined ? { text: 'never', meaning: 'quiet' } : toSecond(lastSyncedAt),
    refusedLogin === undefined ? '' : { text: `refused: ${refusedLogin.code}`, meaning: 'bad' },
  ];
}
