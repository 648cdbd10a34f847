import { join } from 'node:path';
import semver from 'semver';
import type { CoreRelease } from '../catalog/core-release.ts';
import { digestText } from '../catalog/digest-files.ts';
import type { PluginRow } from '../catalog/plugin-row.ts';
import { cached } from '../catalog/results-cache.ts';
import { runScript } from '../catalog/run-script.ts';
import { RUNNER_DIGEST } from '../catalog/runner-digest.ts';
import type { CellAnswer, CellJob } from '../cell/cell-job.ts';
import { differences } from '../suite/difference.ts';
import type { Column } from './column.ts';
import type { Evidence } from './judge-cell.ts';
import type { CellPlan } from './plan-cell.ts';

export type CoreColumn = Column & { readonly core: CoreRelease };

const CELL = join(import.meta.dirname, '..', 'cell', 'main.ts');

/** What a plugin makes of its suite, by name of the item. */
export type Expected = CellAnswer['results'];

/** Tries a plugin on a core, and compares what it makes of its suite. */
export async function tryOut(
  row: PluginRow,
  column: CoreColumn,
  plan: CellPlan,
  expected: Expected,
): Promise<Evidence> {
  const { settled, refusals, failure, results } = await runCell(row, column, plan);
  return {
    settled,
    refusals,
    failure,
    compared: Object.keys(results).length,
    differences: Object.entries(results).flatMap(([name, found]) =>
      compare(expected[name], found).map((line) => `${name}: ${line}`),
    ),
  };
}

function compare(expected: readonly unknown[] | undefined, found: readonly unknown[]): string[] {
  return expected === undefined ? ['there is nothing to compare it with'] : differences(expected, found);
}

/** Runs a plugin on a core in a process of its own, or says what came of it when both were the same. */
export function runCell(row: PluginRow, column: CoreColumn, plan: CellPlan): Promise<CellAnswer> {
  const { core, contract, serving } = column;
  const { inputs, plugins, id } = row;
  const job: CellJob = {
    task: plan.task,
    core: core.file,
    plugins,
    id,
    contract,
    serving,
    ...(plan.pinned === undefined ? {} : { pinned: plan.pinned }),
    now: inputs.now,
    items: plan.task === 'run' ? inputs.items.filter(({ since }) => semver.gte(contract, since)) : [],
  };
  const what = JSON.stringify([plan, contract, serving, inputs]);
  const key = digestText(row.digest, core.digest, RUNNER_DIGEST, what);
  return cached(
    'cells',
    key,
    async () => (await runScript(CELL, job)) as CellAnswer,
    // A process that failed may have had a bad day.
    ({ failure }) => failure === undefined,
  );
}
