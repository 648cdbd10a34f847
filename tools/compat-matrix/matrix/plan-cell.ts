import semver from 'semver';
import type { CellJob } from '../cell/cell-job.ts';
import { servedIn, type Column } from './column.ts';

/** What has to be tried to know whether a claim holds. */
export interface CellPlan extends Pick<CellJob, 'task' | 'pinned'> {
  /** The contract that core and plugin have to settle on. */
  readonly settles?: string;
}

/** Tells whether a manifest claims that a plugin runs in a column: on its contract, or beside it on an older one. */
function claims(api: string, column: Column): boolean {
  const asked = column.serving === 'beside' ? servedIn(column) : [column.contract];
  return asked.some((version) => semver.satisfies(version, api));
}

/** A claim is tried; what is not claimed has to be refused. */
export function planCell(api: string, column: Column): CellPlan {
  return claims(api, column) ? planRun(api, column) : { task: 'refuse' };
}

/** Lets a plugin run in a column whatever it claims. */
export function planTrial(column: Column): CellPlan {
  return { task: 'run', settles: column.contract, pinned: pinTo(column) };
}

function planRun(api: string, column: Column): CellPlan {
  const best = semver.maxSatisfying([...servedIn(column)], api) ?? column.contract;
  if (column.serving === 'served' && best !== column.contract) return planTrial(column);
  return { task: 'run', settles: best };
}

/** A range of which a core serves this contract alone, and as wide as that allows. */
function pinTo({ core, contract }: Column): string {
  const next = core.contracts.filter((version) => semver.gt(version, contract)).sort(semver.compare)[0];
  return `>=${contract} <${next ?? endOfMajor(contract)}`;
}

/** The first version of the next major. */
export function endOfMajor(version: string): string {
  return `${semver.major(version) + 1}.0.0`;
}
