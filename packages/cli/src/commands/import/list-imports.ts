import { printable } from '@bourse/core';
import type { Answer } from '../../answer.js';
import type { Session } from '../../host/session.js';
import { formatTable, withoutEmptyColumns, type Column } from '../../output/table.js';
import { toSecond } from '../../output/to-second.js';

const COLUMNS: readonly Column[] = [
  { title: 'id', align: 'right' },
  { title: 'imported at (UTC)' },
  { title: 'file', shrinks: true },
  { title: 'institution', shrinks: true, leaves: 2 },
  { title: 'read by', leaves: 1 },
  { title: 'period', leaves: 3 },
  { title: 'new', align: 'right' },
  { title: 'revised', align: 'right' },
  { title: 'known', align: 'right' },
  { title: 'undone at (UTC)' },
];

/** `bourse import --list` */
export function listImports({ ledger }: Session): Answer {
  const imports = ledger.listImports();
  const rows = imports.map(
    ({ importId, importedAt, file, institution, plugin, period, undoneAt, ...counts }) => [
      `${importId}`,
      toSecond(importedAt),
      printable(file.name),
      printable(institution),
      `${plugin.id} ${printable(plugin.version)}`,
      period === undefined ? '' : `${period.from} – ${period.to}`,
      `${counts.new}`,
      `${counts.revised}`,
      `${counts.known}`,
      undoneAt === undefined ? '' : toSecond(undoneAt),
    ],
  );
  return {
    json: imports,
    lines: ({ style, width }) =>
      rows.length === 0
        ? ['Nothing was imported yet. Begin with: bourse import <file>']
        : formatTable(withoutEmptyColumns({ columns: COLUMNS, rows }), style, width),
  };
}
