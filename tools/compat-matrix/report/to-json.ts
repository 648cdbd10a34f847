import type { MatrixCell } from '../matrix/matrix-cell.ts';
import { versionOf } from './labels.ts';

/** The cells for machines; `message` is there where something is wrong. */
export function toJson(cells: readonly MatrixCell[]): object[] {
  return cells.map(({ row, column, outcome, ok, message }) => ({
    plugin: row.id,
    version: versionOf(row),
    core: column.core.version,
    api: column.serving === 'alone' ? `${column.contract} alone` : column.contract,
    outcome,
    ok,
    ...(message === undefined ? {} : { message }),
  }));
}
