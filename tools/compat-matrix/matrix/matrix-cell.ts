import type { PluginRow } from '../catalog/plugin-row.ts';
import type { Column } from './column.ts';
import type { Verdict } from './judge-cell.ts';

/** What a row is judged by. */
export type JudgedRow = Pick<PluginRow, 'id' | 'version' | 'isReleased' | 'builtWith' | 'api'>;

/** One plugin on one core, as it came out. */
export interface MatrixCell extends Verdict {
  readonly row: JudgedRow;
  readonly column: Column;
  readonly ok: boolean;
}
