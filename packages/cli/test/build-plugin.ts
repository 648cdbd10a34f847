import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/** Copies a plugin of the fixtures into a new folder, as an author has it. */
export function copyPlugin(name: string, folder: string): void {
  mkdirSync(join(folder, 'src'), { recursive: true });
  cpSync(join(FIXTURES, name), folder, { recursive: true });
  for (const file of ['plugin.js', 'settings.js']) {
    if (existsSync(join(folder, file))) renameSync(join(folder, file), join(folder, 'src', file));
  }
  writeFileSync(join(folder, 'src', 'index.ts'), "export { plugin as default } from './plugin.js';\n");
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
}

/**
 * Builds a plugin of the fixtures as an author would, in a new folder.
 *
 * @param change Called before the build with the folder, to make another plugin of it.
 */
export function buildPlugin(
  name: string,
  folder: string,
  change: (folder: string) => void = () => undefined,
): void {
  copyPlugin(name, folder);
  change(folder);
  const command = join(REPOSITORY, 'packages', 'sdk', 'bin', 'bourse-plugin.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'build'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the plugin ${name} does not build: ${stdout}${stderr}`);
}
