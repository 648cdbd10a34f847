import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HOSTILE } from './scene.ts';

/** What a built plugin package holds; everything but the script has a default. */
export interface PackageDraft {
  readonly id?: string;
  /** Name of the package. Default: `@acme/plugin-<id>`. */
  readonly name?: string;
  /** Name of the folder. Default: the id. */
  readonly folder?: string;
  readonly version?: string;
  readonly script: string;
  /** Fields of the built manifest in place of the usual ones. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** The whole text of the built manifest. */
  readonly manifestText?: string;
  /** Fields of package.json in place of the usual ones. */
  readonly packageJson?: Readonly<Record<string, unknown>>;
  /** Further files by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Files of a built package by path. */
export function packageFiles(draft: PackageDraft): Record<string, string> {
  const { id = HOSTILE, version = '1.0.0', script } = draft;
  const name = draft.name ?? `@acme/plugin-${id}`;
  const packageJson = { name, version, type: 'module', bourse: './dist/manifest.json', ...draft.packageJson };
  return {
    'package.json': JSON.stringify(packageJson),
    'dist/manifest.json': draft.manifestText ?? JSON.stringify(manifestOf({ ...draft, id, name, version })),
    'dist/plugin.js': script,
    ...draft.files,
  };
}

/** Writes a built package below `parent` and returns its folder. */
export function writePackage(parent: string, draft: PackageDraft): string {
  const folder = join(parent, draft.folder ?? draft.id ?? HOSTILE);
  for (const [path, content] of Object.entries(packageFiles(draft))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The manifest as an object, for those who damage it before it is written. */
export function manifestOf(draft: PackageDraft): Record<string, unknown> {
  const { id = HOSTILE, version = '1.0.0', script } = draft;
  return {
    id,
    type: 'broker',
    institution: 'Acme Securities',
    api: '>=1.0.0 <2.0.0',
    main: './dist/plugin.js',
    services: ['account', 'statement'],
    portfolio: 'derived',
    statements: [
      { format: `${id}-csv`, extension: 'csv', headerTokens: ['Date', 'Amount'], maxBytes: 1_000_000 },
    ],
    name: draft.name ?? `@acme/plugin-${id}`,
    version,
    files: { 'dist/plugin.js': digestOf(script) },
    ...draft.manifest,
  };
}

export function digestOf(content: string): string {
  return `sha256:${hash('sha256', content, 'hex')}`;
}
