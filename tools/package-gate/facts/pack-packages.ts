import { createPackageFromTarballData } from '@arethetypeswrong/core';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../root.ts';
import type { PackageFacts } from './package-facts.ts';

/** All packages of the workspace, packed. */
export interface PackedPackages extends Disposable {
  readonly packages: readonly PackageFacts[];
}

export function packPackages(): PackedPackages {
  const folder = mkdtempSync(join(tmpdir(), 'bourse-gate-'));
  const folders = listPackageFolders();
  const names = pack(folders, folder);
  return {
    packages: folders.map((path, index) => readArchive(path, join(folder, names[index] ?? ''))),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Folders of what is published, below the root. */
export function listPackageFolders(): string[] {
  return ['packages', 'plugins']
    .flatMap((parent) => readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
}

/** Names of the archives, in the order of the folders. */
function pack(folders: readonly string[], target: string): string[] {
  const options = ['--json', '--silent', '--ignore-scripts', '--pack-destination', target];
  const packages = folders.map((folder) => `./${folder}`);
  const output = execFileSync('npm', ['pack', ...options, ...packages], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return (JSON.parse(output) as { filename: string }[]).map(({ filename }) => filename);
}

function readArchive(folder: string, archive: string): PackageFacts {
  const bytes = readFileSync(archive);
  const content = createPackageFromTarballData(bytes);
  const prefix = `/node_modules/${content.packageName}/`;
  const read = (file: string): string => content.readFile(prefix + file);
  return {
    folder,
    kind: folder.startsWith('plugins/') ? 'plugin' : 'library',
    packageJson: JSON.parse(read('package.json')) as Record<string, unknown>,
    files: content.listFiles().map((path) => path.slice(prefix.length)),
    read,
    packedBytes: bytes.length,
    archive,
  };
}
