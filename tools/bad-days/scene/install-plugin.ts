import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../root.ts';

const BUILD = join(ROOT, 'packages', 'sdk', 'bin', 'bourse-plugin.js');

/** Builds a plugin in a folder of its own, so that nobody else's build is in the way. */
export function installPlugin(id: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['src', 'package.json', 'plugin.json', 'tsconfig.json', 'LICENSE', 'README.md']) {
    const source = join(ROOT, 'plugins', id, name);
    if (existsSync(source)) cpSync(source, join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, [BUILD, 'build'], { cwd: folder, stdio: 'pipe' });
}
