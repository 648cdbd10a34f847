import { printable } from '@bourse/core';
import type { Answer } from '../../answer.js';
import type { Session } from '../../host/session.js';
import { formatTable, type Column } from '../../output/table.js';

const COLUMNS: readonly Column[] = [
  { title: 'id', align: 'right' },
  { title: 'imported at (UTC)' },
  { title: 'file', shrinks: true },
  { title: 'institution', shrinks: true },
  { title: 'read by' },
  { title: 'period' },
  { title: 'new', align: 'right' },
  { title: 'revised', align: 'right' },
  { title: 'known', align: 'right' },
  { title: 'undone at (UTC)' },
];

/** `bourse import --list` */
export function listImports({ ledger }: Session): Answer {
  const imports = ledger.listImports();
  const rows = imports.map(
    ({ importId, importedAt, file, institution, plugin, period, undoneAt = '', ...counts }) => [
      `${importId}`,
      importedAt,
      printable(file.name),
      printable(institution),
      `${plugin.id} ${printable(plugin.version)}`,
      period === undefined ? '' : `${period.from} – ${period.to}`,
      `${counts.new}`,
      `${counts.revised}`,
      `${counts.known}`,
      undoneAt,
    ],
  );
  return {
    json: imports,
    lines: ({ style, width }) =>
      rows.length === 0
        ? ['Nothing was imported yet. Begin with: bourse import <file>']
        : formatTable({ columns: COLUMNS, rows }, style, width),
  };
}
