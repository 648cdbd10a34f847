import semver from 'semver';
import type { CellPlan } from './plan-cell.ts';
import type { Column } from './column.ts';

export const OUTCOMES = ['works', 'works through adapter', 'refused as declared', 'broken'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What came of a plan. */
export interface Evidence {
  readonly settled?: string | undefined;
  readonly refusals: readonly string[];
  readonly failure?: string | undefined;
  /** How many items of the suite were compared. */
  readonly compared: number;
  /** Where results are not those that were recorded. */
  readonly differences: readonly string[];
}

export interface Verdict {
  readonly outcome: Outcome;
  /** What is wrong, of what is broken. */
  readonly message?: string;
}

export function judgeCell(plan: CellPlan, column: Column, evidence: Evidence): Verdict {
  return plan.task === 'refuse' ? judgeRefusal(evidence) : judgeRun(plan, column, evidence);
}

function judgeRefusal({ refusals, failure }: Evidence): Verdict {
  if (refusals.includes('API_INCOMPATIBLE')) return { outcome: 'refused as declared' };
  if (failure !== undefined) return broken(`it could not be asked for: ${failure}`);
  return broken('it is let in although its manifest does not claim this contract');
}

function judgeRun({ settles }: CellPlan, { contract }: Column, evidence: Evidence): Verdict {
  const { settled, failure, differences, refusals } = evidence;
  if (refusals.includes('API_INCOMPATIBLE'))
    return broken('it is refused although its manifest claims this contract');
  if (failure !== undefined) return broken(failure);
  if (evidence.compared === 0) return broken('nothing of its suite can be run on this contract');
  if (settled !== settles) return broken(`it runs on contract ${settled}, not on ${settles}`);
  if (differences.length > 0) return broken(differences.join('\n'));
  const isNative = semver.major(settled ?? contract) === semver.major(contract);
  return { outcome: isNative ? 'works' : 'works through adapter' };
}

function broken(message: string): Verdict {
  return { outcome: 'broken', message };
}
