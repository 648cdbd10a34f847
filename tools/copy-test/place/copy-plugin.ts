import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const PREFIX = 'copied-';

/** Copies the folder of a plugin, without what npm and the build make, and gives the copy another name. */
export function copyPlugin(source: string, target: string): void {
  cpSync(source, target, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist', 'out-tsc'].includes(basename(path)),
  });
  const id = rename(join(target, 'plugin.json'), 'id', (former) => `${PREFIX}${former}`);
  rename(join(target, 'package.json'), 'name', () => `bourse-plugin-${id}`);
}

/** Changes one member of a JSON file and nothing else in it. */
function rename(file: string, member: string, change: (former: string) => string): string {
  const text = readFileSync(file, 'utf8');
  const former: unknown = JSON.parse(text)[member];
  const written = `"${member}": "${String(former)}"`;
  if (typeof former !== 'string' || text.split(written).length !== 2)
    throw new Error(`${file} does not say once what its ${member} is`);
  const name = change(former);
  writeFileSync(file, text.replace(written, `"${member}": "${name}"`));
  return name;
}
