import { availableParallelism } from 'node:os';
import type { CoreRelease } from '../catalog/core-release.ts';
import type { PluginRow } from '../catalog/plugin-row.ts';
import { readCores } from '../catalog/read-cores.ts';
import { readOwnPlugins, readReleasedPlugins } from '../catalog/read-plugins.ts';
import { readReleaseIndex } from '../release-index.ts';
import { atOnce } from './at-once.ts';
import { columnsOf } from './column.ts';
import { judgeRow } from './judge-row.ts';
import type { MatrixCell } from './matrix-cell.ts';
import { planCell } from './plan-cell.ts';
import { runCell, tryOut, type CoreColumn, type Expected } from './try-out.ts';

export interface Matrix {
  readonly cores: readonly CoreRelease[];
  readonly cells: readonly MatrixCell[];
}

/** Runs every kept release and the working tree against each other, as far as the answers are not known. */
export async function runMatrix(): Promise<Matrix> {
  const releases = readReleaseIndex();
  const cores = await readCores(releases);
  const own = cores.find(({ isReleased }) => !isReleased);
  if (own === undefined) throw new Error('The core of the working tree is missing.');
  const limited = atOnce(availableParallelism());
  const rows = [...readReleasedPlugins(releases), ...(await readOwnPlugins(own, limited))];
  const columns = columnsOf(cores);
  const judged = rows.map((row) => judgeOne(row, columns, limited));
  return { cores, cells: (await Promise.all(judged)).flat() };
}

async function judgeOne(
  row: PluginRow,
  columns: readonly CoreColumn[],
  limited: ReturnType<typeof atOnce>,
): Promise<MatrixCell[]> {
  const expected = row.recorded ?? (await limited(() => expectedOf(row, columns)));
  return judgeRow(row, columns, (column, plan) => limited(() => tryOut(row, column, plan, expected)));
}

/** What a plugin of the working tree makes of its inputs on the newest contract of the working tree's core. */
async function expectedOf(row: PluginRow, columns: readonly CoreColumn[]): Promise<Expected> {
  const newest = columns.findLast(({ core, serving }) => !core.isReleased && serving === 'served');
  if (newest === undefined) throw new Error('The core of the working tree serves no contract.');
  return (await runCell(row, newest, planCell(row.api, newest))).results;
}
