import { ProblemError } from '../../interfaces/problems/problem-error.js';
import type { ProblemCode } from '../../interfaces/problems/problem-code.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { ProcessEnd } from './cell-process.js';

/** Why a cell ended. */
export type CellExitReason =
  /** Asked to, with or without `deactivate`. */
  | 'stopped'
  | 'start-failed'
  /** By itself: an error that nobody caught, or a signal. */
  | 'crashed'
  | 'out-of-memory'
  | 'unresponsive'
  | 'cpu-exceeded'
  | 'protocol-violation';

/** The host's finding about why a cell ends. */
export interface CellVerdict {
  readonly reason: CellExitReason;
  /** In words; what comes from the plugin is quoted as it is. */
  readonly detail: string;
  /** Where in the plugin's script the fatal error was thrown. */
  readonly stack?: string;
  /** Memory ran out while a large file was read: the file is to blame. */
  readonly largeInput?: boolean;
}

/** How the process of a cell ended. */
export interface CellExit extends CellVerdict {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what the process wrote to stderr. */
  readonly stderr: string;
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

/** Bytes of input from which on the input, and not the plugin, is to blame when memory runs out. */
const LARGE_INPUT_BYTES = 4 * 1024 * 1024;

/**
 * What a caller is told whose call was open when the cell ended. The stack in its script is the `cause`, for logs only.
 *
 * @param inputBytes What the cell had been given to read.
 */
export function exitProblem(
  plugin: string,
  { reason, detail, stack }: CellVerdict,
  inputBytes = 0,
): ProblemError {
  const tooLarge = reason === 'out-of-memory' && isLargeInput(inputBytes);
  const code = tooLarge ? 'INPUT_TOO_LARGE' : CODES[reason];
  return new ProblemError(
    toProblem({ code, message: `plugin "${plugin}": ${detail}` }),
    stack === undefined ? undefined : { cause: stack },
  );
}

export function isLargeInput(bytes: number): boolean {
  return bytes >= LARGE_INPUT_BYTES;
}

/** What the end of the process tells when the host had nothing to do with it. */
export function judgeEnd({ code, signal, stderr, error }: ProcessEnd, started: boolean): CellVerdict {
  if (/heap out of memory|Reached heap limit/.test(stderr)) {
    return { reason: 'out-of-memory', detail: 'its heap was full' };
  }
  const how = error?.message ?? (signal === null ? `exit code ${code}` : `signal ${signal}`);
  return { reason: started ? 'crashed' : 'start-failed', detail: `its process ended with ${how}` };
}
