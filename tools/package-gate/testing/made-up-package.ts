import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackageFacts } from '../facts/package-facts.ts';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** A library that passes every rule. */
export const LIBRARY: Files = {
  'package.json': JSON.stringify({
    name: '@acme/library',
    version: '1.0.0',
    description: 'Made up.',
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=26' },
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
  }),
  'README.md': '# Library\n',
  'CHANGELOG.md': '# Changelog\n',
  LICENSE: 'MIT License\n',
  'dist/index.js': 'export const one = 1;\n',
  'dist/index.d.ts': 'export declare const one: 1;\n',
};

/** A library whose package.json says something else. */
export function withPackageJson(changed: Readonly<Record<string, unknown>>): Files {
  const packageJson = { ...JSON.parse(LIBRARY['package.json'] ?? ''), ...changed };
  return { ...LIBRARY, 'package.json': JSON.stringify(packageJson) };
}

/** A package that exists for one test. */
export interface MadeUpPackage extends Disposable {
  readonly facts: PackageFacts;
}

/** Packs files as npm does. */
export function packFiles(files: Files, kind: PackageFacts['kind'] = 'library'): MadeUpPackage {
  const folder = mkdtempSync(join(tmpdir(), 'bourse-made-up-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'package', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const archive = join(folder, 'package.tgz');
  execFileSync('tar', ['-czf', archive, '-C', folder, 'package']);
  return {
    facts: {
      folder: 'packages/made-up',
      kind,
      packageJson: JSON.parse(files['package.json'] ?? '{}'),
      files: Object.keys(files),
      read: (file) => files[file] ?? '',
      packedBytes: statSync(archive).size,
      archive,
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
