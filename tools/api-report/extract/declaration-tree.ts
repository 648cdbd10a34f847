import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../root.ts';

/** A folder with the declarations of our packages, each below its short name, where imports resolve as they do for users. */
export interface DeclarationTree extends Disposable {
  readonly folder: string;
}

/** An empty tree: other packages are those of the workspace, ours are the folders to be filled. */
export function makeDeclarationTree(packages: readonly string[]): DeclarationTree {
  const folder = mkdtempSync(join(tmpdir(), 'bourse-api-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@bourse'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    const isOurs = name.startsWith('.') || name === '@bourse';
    if (!isOurs) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  for (const name of packages) {
    mkdirSync(join(folder, name));
    symlinkSync(join(folder, name), join(modules, '@bourse', name));
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
