import type { Column } from './column.ts';
import { judgeCell, type Evidence } from './judge-cell.ts';
import type { JudgedRow, MatrixCell } from './matrix-cell.ts';
import { mendRange } from './mend-range.ts';
import { planCell, planTrial, type CellPlan } from './plan-cell.ts';

/** Tries a plan for one plugin on one core. */
export type TryOut<Place extends Column> = (column: Place, plan: CellPlan) => Promise<Evidence>;

/**
 * Compares what a manifest claims with what happens, column by column. For a plugin of the working tree, whose range
 * can still be mended, the range itself is compared with where it works.
 */
export async function judgeRow<Place extends Column>(
  row: JudgedRow,
  columns: readonly Place[],
  tryOut: TryOut<Place>,
): Promise<MatrixCell[]> {
  const judged = columns.map(async (column) => {
    const plan = planCell(row.api, column);
    const verdict = judgeCell(plan, column, await tryOut(column, plan));
    const isAsked = !row.isReleased && plan.task === 'refuse' && column.serving === 'served';
    const trial = isAsked ? planTrial(column) : undefined;
    const tried = trial === undefined ? verdict : judgeCell(trial, column, await tryOut(column, trial));
    return { column, verdict, works: tried.outcome === 'works' };
  });
  const results = await Promise.all(judged);
  const mend = row.isReleased ? undefined : mendRange(row.api, worksByContract(results));
  const newest = results.findLast(({ column }) => !column.core.isReleased && column.serving === 'served');
  return results.map((result) => {
    const isMended = mend !== undefined && (result === newest || result.verdict.outcome === 'broken');
    const message = [
      result.verdict.message,
      isMended ? `plugin.json \`api\` should read "${mend}"` : undefined,
    ];
    const told = message.filter((line) => line !== undefined).join('\n');
    return {
      row,
      column: result.column,
      outcome: result.verdict.outcome,
      ok: result.verdict.outcome !== 'broken' && !isMended,
      ...(told === '' ? {} : { message: told }),
    };
  });
}

/** A plugin works on a contract when it does on every core that serves it. */
function worksByContract(
  results: readonly { readonly column: Column; readonly works: boolean }[],
): Map<string, boolean> {
  const served = results.filter(({ column }) => column.serving === 'served');
  const byContract = Map.groupBy(served, ({ column }) => column.contract);
  return new Map([...byContract].map(([contract, cells]) => [contract, cells.every(({ works }) => works)]));
}
