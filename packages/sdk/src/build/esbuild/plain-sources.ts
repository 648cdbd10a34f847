import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Loads packages without their source maps, whose sources may be there or not: the map of a bundle ends at the files
 * that a package ships.
 */
export function plainSources(folder: string): Plugin {
  return {
    name: 'plain-sources',
    setup: (build) => {
      build.onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) => {
        if (isOwn(folder, path)) return undefined;
        const text = await readFile(path, 'utf8');
        return { contents: text.replace(/^\/\/# sourceMappingURL=.*$/gm, ''), loader: 'js' };
      });
    },
  };
}

/** Tells whether a file belongs to the plugin itself, not to a package that it uses. */
export function isOwn(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return !below.startsWith('..') && !below.includes('node_modules');
}
