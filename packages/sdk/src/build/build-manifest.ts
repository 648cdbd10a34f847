import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { BuiltManifestSchema, type BuiltManifest, type SettingsSchema } from '@bourse/core/interfaces';
import { z } from 'zod';
import { BuildError } from './build-error.js';
import { digestOf } from './digest.js';
import { finding } from './finding.js';
import type { PackageFacts, PluginSources } from './read-sources.js';

/** What the build has made so far. */
export interface BuiltParts extends PluginSources {
  readonly folder: string;
  readonly settings: SettingsSchema | undefined;
  /** Texts of the built files by path. */
  readonly files: Readonly<Record<string, string>>;
}

const { version: sdkVersion } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

/** The text of dist/manifest.json: fields in the order of the contract, so that equal content has equal bytes. */
export async function buildManifest(parts: BuiltParts): Promise<string> {
  const { $schema: _, ...authored } = parts.manifest;
  const manifest: BuiltManifest = {
    ...authored,
    ...packageFields(parts.packageFacts),
    ...(parts.settings === undefined ? {} : { settings: parts.settings }),
    files: await digestFiles(parts),
    builtWith: sdkVersion,
  };
  return `${JSON.stringify(inOrder(manifest), null, 2)}\n`;
}

function packageFields({ author, repository, ...facts }: PackageFacts) {
  return {
    ...facts,
    ...(author === undefined ? {} : { author: nameAuthor(author) }),
    ...(repository === undefined
      ? {}
      : { repository: typeof repository === 'string' ? repository : repository.url }),
  };
}

function nameAuthor(author: NonNullable<PackageFacts['author']>): string {
  if (typeof author === 'string') return author;
  return author.email === undefined ? author.name : `${author.name} <${author.email}>`;
}

async function digestFiles({ folder, files, manifest }: BuiltParts): Promise<Record<string, string>> {
  const digests = Object.entries(files).map(([path, text]) => [path, digestOf(text)] as const);
  for (const asset of manifest.assets ?? [])
    digests.push([posix.normalize(asset), digestOf(await readAsset(folder, asset))]);
  return Object.fromEntries(digests.sort(([first], [second]) => (first < second ? -1 : 1)));
}

async function readAsset(folder: string, asset: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, asset));
  } catch {
    const place = { file: 'plugin.json', path: 'assets' };
    throw new BuildError([
      finding(
        'ENTRY_MISSING',
        `There is no asset "${asset}".`,
        place,
        'Write the file, or take it out of "assets".',
      ),
    ]);
  }
}

function inOrder(manifest: BuiltManifest): Record<string, unknown> {
  const fields = new Map<string, unknown>(Object.entries(manifest));
  const order = ['name', 'version', ...Object.keys(BuiltManifestSchema.shape)];
  return Object.fromEntries(
    [...new Set(order)].flatMap((key) => (fields.has(key) ? [[key, fields.get(key)]] : [])),
  );
}
