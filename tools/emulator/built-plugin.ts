import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** Builds a plugin in its folder. */
export function buildPlugin(plugin: string): void {
  const build = join(ROOT, 'packages', 'sdk', 'bin', 'bourse-plugin.js');
  execFileSync(process.execPath, [build, 'build'], { cwd: join(ROOT, 'plugins', plugin) });
}

/** Copies what a user would install. */
export function copyPlugin(plugin: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['dist', 'package.json', 'plugin.json'])
    cpSync(join(ROOT, 'plugins', plugin, name), join(folder, name), { recursive: true });
}
