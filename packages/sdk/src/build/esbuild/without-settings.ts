import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const AUTHORED = '?authored';

/**
 * Takes the settings schema, and zod with it, out of the bundle: `src/settings.ts` exports `settings` as undefined,
 * everything else as it is. The host checks settings against the manifest.
 */
export function withoutSettings(folder: string): Plugin {
  const path = join(folder, 'src', 'settings.ts');
  return {
    name: 'without-settings',
    setup: (build) => {
      build.onResolve({ filter: /\?authored$/ }, () => ({ path, suffix: AUTHORED, sideEffects: false }));
      build.onLoad({ filter: /[\\/]src[\\/]settings\.ts$/ }, async (file) => {
        if (file.path !== path) return undefined;
        if (file.suffix === AUTHORED) return { contents: await readFile(path, 'utf8'), loader: 'ts' };
        return {
          contents: `export * from './settings.ts${AUTHORED}';\nexport const settings = undefined;\n`,
          loader: 'ts',
        };
      });
    },
  };
}
