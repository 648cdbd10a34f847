import { alignRows } from '../../table/align-rows.ts';
import type { MatrixCell } from '../matrix/matrix-cell.ts';
import type { Outcome } from '../matrix/judge-cell.ts';
import { headOf, versionOf } from './labels.ts';

const WORDS: Readonly<Record<Outcome, string>> = {
  works: 'works',
  'works through adapter': 'adapter',
  'refused as declared': 'refused',
  broken: 'BROKEN',
};

/** The matrix for a terminal: a line for each plugin, then what is wrong. */
export function formatTable(cells: readonly MatrixCell[]): string {
  const rows = [...Map.groupBy(cells, ({ row }) => row)];
  const heads = (rows[0]?.[1] ?? []).map(({ column }) => headOf(column));
  const lines = [
    ['plugin', 'built with', ...heads.map(([core]) => core)],
    ['', 'sdk', ...heads.map(([, contract]) => contract)],
    ...rows.map(([row, ofRow]) => [
      `${row.id} ${versionOf(row)}`,
      row.builtWith,
      ...ofRow.map(({ outcome, ok }) => `${WORDS[outcome]}${ok || outcome === 'broken' ? '' : ' !'}`),
    ]),
  ];
  return [...alignRows(lines), ...complaints(cells)].join('\n');
}

function complaints(cells: readonly MatrixCell[]): string[] {
  return cells
    .filter(({ ok }) => !ok)
    .flatMap(({ row, column, message = '' }) => [
      '',
      `✗ ${row.id} ${versionOf(row)} on ${headOf(column).join(', contract ')}, claiming ${row.api}:`,
      ...message.split('\n').map((line) => `  ${line}`),
    ]);
}
