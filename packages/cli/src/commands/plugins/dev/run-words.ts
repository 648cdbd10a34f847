import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../../bin/bourse.js', import.meta.url));

/** Runs another command of this program, whose output goes where that of this one goes. @returns Its exit code. */
export async function runWords(
  words: readonly string[],
  folder: string,
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    windowsHide: true,
  });
  const stop = (): void => void child.kill();
  signal.addEventListener('abort', stop, { once: true });
  const [code] = await once(child, 'exit');
  signal.removeEventListener('abort', stop);
  return typeof code === 'number' ? code : 1;
}
