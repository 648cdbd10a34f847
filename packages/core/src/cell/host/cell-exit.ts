import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { Problem } from '../../interfaces/problems/problem.js';
import type { ProblemCode } from '../../interfaces/problems/problem-code.js';
import type { ProcessEnd } from './cell-process.js';

/** Why a cell ended. */
export type CellExitReason =
  /** Asked to, after `deactivate` or without. */
  | 'stopped'
  | 'start-failed'
  /** By itself: an error that nobody caught, or a signal. */
  | 'crashed'
  | 'out-of-memory'
  | 'unresponsive'
  | 'cpu-exceeded'
  | 'protocol-violation';

/** How the process of a cell ended. */
export interface CellExit {
  readonly reason: CellExitReason;
  /** In words; what comes from the plugin is quoted as it is. */
  readonly detail: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what the process wrote to stderr. */
  readonly stderr: string;
  /** Where in the plugin's script the fatal error was thrown. */
  readonly stack?: string;
}

const CODES: Readonly<Record<CellExitReason, ProblemCode>> = {
  stopped: 'CALL_CANCELED',
  'start-failed': 'CELL_START_FAILED',
  crashed: 'CELL_CRASHED',
  'out-of-memory': 'CELL_OUT_OF_MEMORY',
  unresponsive: 'CELL_UNRESPONSIVE',
  'cpu-exceeded': 'CELL_CPU_EXCEEDED',
  'protocol-violation': 'CELL_PROTOCOL_VIOLATION',
};

/** What a caller is told whose call was open when the cell ended. */
export function exitProblem(plugin: string, exit: Pick<CellExit, 'reason' | 'detail'>): Problem {
  return toProblem({ code: CODES[exit.reason], message: `plugin "${plugin}": ${exit.detail}` });
}

/** The host's finding about why a cell ends. */
export type CellVerdict = Pick<CellExit, 'reason' | 'detail' | 'stack'>;

/** Puts together what the host has found and how the process ended. */
export function judgeEnd(end: ProcessEnd, verdict: CellVerdict | undefined, state: string): CellExit {
  const { code, signal, stderr } = end;
  return { ...(verdict ?? verdictFrom(end, state)), code, signal, stderr };
}

function verdictFrom({ code, signal, stderr, error }: ProcessEnd, state: string): CellVerdict {
  if (/heap out of memory|Reached heap limit/.test(stderr))
    return { reason: 'out-of-memory', detail: 'its heap was full' };
  if (state === 'stopping') return { reason: 'stopped', detail: 'it was stopped' };
  const how = error?.message ?? (signal === null ? `exit code ${code}` : `signal ${signal}`);
  return state === 'starting'
    ? { reason: 'start-failed', detail: `its process ended with ${how}` }
    : { reason: 'crashed', detail: `its process ended with ${how}` };
}
