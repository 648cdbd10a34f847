import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Tells one process from every other, also from a later one of the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Where the number is unique: this machine since its last start. */
  readonly machine: string;
  /** When the process started, as the system counts; empty where the system does not tell. */
  readonly start: string;
}

/** States of a process that runs no more, although its parent has not noticed yet. */
const DEAD = ['Z', 'X'];

export function markOwnProcess(): ProcessMark {
  const { pid } = process;
  return { pid, machine: nameMachine(), start: readProcess(pid)?.start ?? '' };
}

/** Whether a process is known to have ended; of other machines nothing is known. */
export function hasEnded({ pid, machine, start }: ProcessMark): boolean {
  if (machine !== nameMachine()) return false;
  if (start === '') return !takesSignals(pid);
  const found = readProcess(pid);
  return found === undefined || found.start !== start || DEAD.includes(found.state);
}

/** Containers on one machine count processes each for itself. */
function nameMachine(): string {
  const [boot, namespace] = [
    attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()),
    attempt(() => readlinkSync('/proc/self/ns/pid')),
  ];
  return boot === undefined || namespace === undefined ? hostname() : `${boot} ${namespace}`;
}

function readProcess(pid: number): { state: string; start: string } | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The name of the program stands in brackets and may hold anything; the fields after it are 3, 4, …
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const start = fields[18];
  return state === undefined || start === undefined ? undefined : { state, start };
}

function takesSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    const isGone = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH';
    return !isGone;
  }
}

/** Undefined where the system does not have it. */
function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
