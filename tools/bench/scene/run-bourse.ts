import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '../../root.ts';

/** The command line, as it is installed. */
export const BOURSE = join(ROOT, 'packages', 'cli', 'bin', 'bourse.js');

/** One run of the command line. */
export interface BourseRun {
  /** What it printed, parsed. */
  readonly answer: unknown;
  readonly milliseconds: number;
}

/**
 * Runs `bourse … --json` in a process of its own.
 *
 * @param variables Of the environment, beside the PATH.
 * @param onStart Told the number of the process.
 */
export async function runBourse(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  onStart: (pid: number) => void = () => undefined,
): Promise<BourseRun> {
  const began = performance.now();
  const child = spawn(process.execPath, [BOURSE, ...args, '--json'], {
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) onStart(child.pid);
  const ended = once(child, 'close');
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await ended) as [number | null];
  const milliseconds = performance.now() - began;
  if (code !== 0) throw new Error(`bourse ${args.join(' ')} ended with ${code}: ${printed}${complaints}`);
  return { answer: JSON.parse(printed), milliseconds };
}
