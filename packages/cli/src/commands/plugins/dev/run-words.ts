import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../../bin/bourse.js', import.meta.url));

/** How a command is run. */
export interface RunOptions {
  /** The folder that its relative paths start from. */
  readonly folder: string;
  /** Whether its output is kept; otherwise it goes where that of this program goes. */
  readonly keepsOutput: boolean;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Runs another command of this program. */
export async function runWords(
  words: readonly string[],
  { folder, keepsOutput, signal }: RunOptions,
): Promise<{ readonly exitCode: number; readonly output?: string }> {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    cwd: folder,
    stdio: ['ignore', keepsOutput ? 'pipe' : 'inherit', 'inherit'],
    windowsHide: true,
  });
  const stop = (): void => void child.kill();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const ended = once(child, 'close');
  const output = child.stdout === null ? undefined : await text(child.stdout);
  const [code]: unknown[] = await ended;
  signal.removeEventListener('abort', stop);
  return { exitCode: typeof code === 'number' ? code : 1, ...(output === undefined ? {} : { output }) };
}
