import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Edit } from '../attack.ts';
import { loosened } from '../host/host-process.ts';
import { ROOT } from '../../root.ts';
import type { Scene } from '../scene/scene.ts';

const BOURSE = join(ROOT, 'packages', 'cli', 'bin', 'bourse.js');
const PATIENCE_MS = 20_000;

/** Runs the real command on the home of a scene and gives the bytes that it writes to the terminal, as text. */
export function runBourse(
  scene: Scene,
  edits: Readonly<Record<string, readonly Edit[]>>,
  args: readonly string[],
): Promise<string> {
  const { execArgv, env } = loosened(edits, {
    BOURSE_HOME: scene.home,
    BOURSE_PLUGINS: scene.plugins,
    COLUMNS: '200',
  });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...execArgv, BOURSE, ...args], {
      cwd: scene.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
