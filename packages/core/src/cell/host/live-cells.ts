import type { ChildProcess } from 'node:child_process';

const live = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of live) child.kill('SIGKILL');
});

/** Sees to it that the process ends when the host ends in an orderly way. */
export function endWithHost(child: ChildProcess): void {
  live.add(child);
  child.once('exit', () => live.delete(child));
}
