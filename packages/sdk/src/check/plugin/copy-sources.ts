import { cpSync, existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What is made of sources, and what they only refer to. */
const LEFT_OUT = new Set(['dist', 'node_modules', 'out-tsc', 'coverage', '.git', '.nx']);

/** Copies the sources of a plugin, so that the author's folder stays as it is; its packages are linked. */
export function copySources(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, {
    recursive: true,
    filter: (path) => path === source || !LEFT_OUT.has(basename(path)),
  });
  const packages = findPackages(source);
  if (packages !== undefined) symlinkSync(packages, join(target, 'node_modules'));
}

/** The packages that the sources see: those of their own folder, or of one above. */
function findPackages(folder: string): string | undefined {
  const packages = join(folder, 'node_modules');
  if (existsSync(join(packages, '@bourse', 'sdk'))) return realpathSync(packages);
  return dirname(folder) === folder ? undefined : findPackages(dirname(folder));
}
