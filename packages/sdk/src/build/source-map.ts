import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { BUNDLE_PATH } from './bundle-plugin.js';
import { isOwn } from './esbuild/plain-sources.js';

/** The parts of a source map (ECMA-426) that a bundle has. */
const SourceMapSchema = z.object({
  version: z.literal(3),
  names: z.array(z.string()),
  sources: z.array(z.string().nullable()),
  sourcesContent: z.array(z.string().nullable()).optional(),
  mappings: z.string(),
});

/**
 * The source map as it is published: sources are named by their place in the plugin or in the package they come from,
 * wherever these lie; the plugin's own sources are inside.
 */
export function publishSourceMap(map: unknown, folder: string): string {
  const { names, sources, sourcesContent = [], mappings } = SourceMapSchema.parse(map);
  const files = sources.map((source) => resolve(folder, dirname(BUNDLE_PATH), source ?? ''));
  const published = {
    version: 3,
    file: 'plugin.js',
    sources: files.map((file) => nameSource(file, folder)),
    sourcesContent: files.map((file, index) =>
      isOwn(folder, file) ? (sourcesContent[index] ?? null) : null,
    ),
    names,
    mappings,
  };
  return `${JSON.stringify(published)}\n`;
}

/** Relative to the map, as if every package lay in the plugin's own node_modules. */
function nameSource(file: string, folder: string): string {
  if (isOwn(folder, file)) return `../${toSlashes(relative(folder, file))}`;
  const home = findPackage(dirname(file));
  return home === undefined
    ? 'unknown'
    : `../node_modules/${home.name}/${toSlashes(relative(home.folder, file))}`;
}

function findPackage(folder: string): { readonly name: string; readonly folder: string } | undefined {
  const path = join(folder, 'package.json');
  // A package.json without a name only sets the module format of its folder.
  const name = existsSync(path)
    ? NamedSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data?.name
    : undefined;
  if (name !== undefined) return { name, folder };
  return dirname(folder) === folder ? undefined : findPackage(dirname(folder));
}

const NamedSchema = z.object({ name: z.string() });

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}
