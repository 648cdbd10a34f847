import { spawn } from 'node:child_process';
import { Refusal } from '../refusal.js';

/** Runs `npm install` in the folder; what npm says goes to standard error. @throws Refusal INSTALL_FAILED */
export async function installPackages(folder: string): Promise<void> {
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn('npm', ['install', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      // npm is a script on Windows.
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  if (code === 0) return;
  throw new Refusal(
    'INSTALL_FAILED',
    'npm could not install the packages; the folder is written.',
    `Go to ${folder} and type npm install.`,
  );
}
