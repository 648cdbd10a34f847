import { spawn } from 'node:child_process';
import { Refusal } from '../refusal.js';

/** Runs commands that install in the folder; what npm says goes to standard error. @throws Refusal INSTALL_FAILED */
export async function installPackages(folder: string, commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    if ((await run(command, folder)) === 0) continue;
    throw new Refusal(
      'INSTALL_FAILED',
      'npm could not install the packages; the folder is written.',
      `Go to ${folder} and type ${command}`,
    );
  }
}

function run(command: string, cwd: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd, stdio: ['ignore', 2, 2], shell: true });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
}
