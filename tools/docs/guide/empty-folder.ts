import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../root.ts';

/** An empty folder outside the repository, with third-party packages laid out for the moment they are wanted. */
export interface EmptyFolder extends Disposable {
  readonly folder: string;
  readonly home: string;
  /** Installs as `npm install` would, without a registry: our tarballs unpacked, other packages linked. */
  readonly install: string;
}

export function makeEmptyFolder(): EmptyFolder {
  const base = mkdtempSync(join(tmpdir(), 'bourse-guide-'));
  const folder = join(base, 'acme');
  const modules = join(base, 'modules');
  mkdirSync(folder);
  linkPackages(modules);
  const unpack = ['core', 'sdk'].map(
    (name) =>
      `mkdir -p node_modules/@bourse/${name} && tar -xzf bourse-${name}-*.tgz -C node_modules/@bourse/${name} --strip-components=1`,
  );
  const bin = 'ln -s ../@bourse/sdk/bin/bourse-plugin.js node_modules/.bin/bourse-plugin';
  const executable = 'chmod +x node_modules/@bourse/sdk/bin/bourse-plugin.js';
  return {
    folder,
    home: join(base, 'home'),
    install: [`mv '${modules}' node_modules`, ...unpack, executable, bin].join('\n'),
    [Symbol.dispose]: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** The packages of the repository's own installation without ours. */
function linkPackages(modules: string): void {
  const installed = join(ROOT, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (!name.startsWith('.') && name !== '@bourse') symlinkSync(join(installed, name), join(modules, name));
  }
  for (const name of ['node', 'jest', 'tsc']) {
    symlinkSync(join(installed, '.bin', name), join(modules, '.bin', name));
  }
}
