import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

const SETPRIV_PATHS = ['/usr/bin/setpriv', '/bin/setpriv'];

let setpriv: string | null | undefined;

/** The program that makes the kernel kill a process together with its parent, where there is one. */
export function findSetpriv(): string | null {
  setpriv ??= SETPRIV_PATHS.find((path) => existsSync(path) && knowsParentDeathSignal(path)) ?? null;
  return setpriv;
}

/** What stands before the command line of a cell. */
export function orphanGuardPrefix(program: string): readonly string[] {
  return [program, '--no-new-privs', '--pdeathsig', 'KILL', '--'];
}

/**
 * Starts a small shell that waits on a pipe from us: when the pipe closes without a word, the host is gone and the
 * shell kills the cell, even one that loops and reads nothing.
 */
export function startReaper(cellPid: number): ChildProcess {
  const reaper = spawn('/bin/sh', ['-c', 'read -r word || kill -9 "$0"', String(cellPid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  });
  reaper.on('error', () => undefined);
  reaper.stdin?.on('error', () => undefined);
  reaper.unref();
  return reaper;
}

/** The cell has ended; its number may soon belong to another process. */
export function dismissReaper(reaper: ChildProcess): void {
  reaper.stdin?.end('done\n');
}

function knowsParentDeathSignal(path: string): boolean {
  return spawnSync(path, ['--no-new-privs', '--pdeathsig', 'KILL', '--', '/bin/true']).status === 0;
}
