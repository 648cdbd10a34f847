import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltManifest } from '../interfaces/index.js';

/** What a toy plugin is like; everything has a default. */
export interface ToyPlugin {
  readonly id?: string;
  readonly version?: string;
  /** The whole script, as a build would make it. */
  readonly script?: string;
  readonly manifest?: Partial<BuiltManifest>;
  readonly packageJson?: Readonly<Record<string, unknown>>;
}

/** Offers accounts, a health call and a reader whose one row is a deposit of the file's length in cents. */
export const TOY_SCRIPT = `
module.exports = { default: {
  type: 'broker',
  activate(context) {
    if (context.settings.greeting === 'refuse') throw new Error('I do not like it');
    return {
      account: { listAccounts: async () => ({ items: [{ id: 'A1', name: context.settings.greeting }] }) },
      statement: { async *read(file) {
        let size = 0;
        for await (const chunk of file.content) size += chunk.length;
        yield {
          cashMovements: [{ accountId: 'default', type: 'DEPOSIT', status: 'BOOKED', date: '2024-03-01', description: file.name,
            money: { amount: (size / 100).toFixed(2), currency: 'EUR' }, source: { rows: [1] } }],
          rowsTotal: 1,
        };
      } },
      health: async () => ({ status: 'ok', metrics: { answers: 42, mood: 'fine' } }),
    };
  },
} };`;

/** A script whose plugin answers listAccounts with what `expression` gives. */
export function scriptAnswering(expression: string): string {
  return `module.exports = { default: { type: 'broker', activate: () => ({ account: { listAccounts: async () => (${expression}) } }) } };`;
}

/** Writes a built plugin package into a folder of its own below `parent` and returns that folder. */
export function writeToyPlugin(parent: string, toy: ToyPlugin = {}): string {
  const { id = 'acme', version = '1.0.0', script = TOY_SCRIPT } = toy;
  const folder = join(parent, id);
  const name = `@acme/plugin-${id}`;
  const manifest: BuiltManifest = {
    id,
    type: 'broker',
    institution: 'Acme Securities',
    api: '>=1.0.0 <2.0.0',
    main: './dist/plugin.js',
    services: ['account', 'statement'],
    portfolio: 'derived',
    statements: [{ format: 'acme-csv', extension: 'csv', headerTokens: ['Date', 'Amount'], maxBytes: 1_000 }],
    name,
    version,
    settings: {
      type: 'object',
      properties: { greeting: { type: 'string', default: 'hello', maxLength: 20 } },
      additionalProperties: false,
    },
    files: { 'dist/plugin.js': `sha256:${hash('sha256', script, 'hex')}` },
    ...toy.manifest,
  };
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version, type: 'module', bourse: './dist/manifest.json', ...toy.packageJson }),
  );
  writeFileSync(join(folder, 'dist', 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'dist', 'plugin.js'), script);
  return folder;
}

/** The digest of a toy plugin's manifest, as a release would list it. */
export function digestOfManifest(bytes: Uint8Array | string): string {
  return `sha256:${hash('sha256', bytes, 'hex')}`;
}
