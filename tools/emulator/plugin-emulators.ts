import type { Emulator } from '@bourse/sdk/emulator';
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pluginFolders } from '../bootstrap/plugin-folders.mjs';

export type PluginEmulator = Emulator<unknown, unknown>;

/** The files that define emulators, by the name of the plugin's folder. */
export function emulatorFiles(root: string): ReadonlyMap<string, string> {
  const files = pluginFolders(root).map((folder): [string, string] => [
    folder.replace('plugins/', ''),
    join(root, folder, 'emulator', 'index.ts'),
  ]);
  return new Map(files.filter(([, file]) => existsSync(file)));
}

/**
 * Loads the emulator that a file exports under the name `emulator`.
 * @throws TypeError where it exports none
 */
export async function loadEmulator(file: string): Promise<PluginEmulator> {
  const hooks = resolveSources();
  try {
    const { emulator }: { emulator?: unknown } = await import(pathToFileURL(file).href);
    if (isEmulator(emulator)) return emulator;
    throw new TypeError(`${file} exports no "emulator" made with defineEmulator`);
  } finally {
    hooks.deregister();
  }
}

/** Plugins import their own sources as `./x.js`, which is what they would be called once they are built. */
function resolveSources(): { deregister(): void } {
  return registerHooks({
    resolve(specifier, context, nextResolve) {
      const source = sourceOf(specifier, context.parentURL);
      return nextResolve(source ?? specifier, context);
    },
  });
}

function sourceOf(specifier: string, parent: string | undefined): string | undefined {
  if (parent?.endsWith('.ts') !== true || !/^\.{1,2}\/.*\.js$/.test(specifier)) return undefined;
  const source = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  return existsSync(fileURLToPath(source)) ? source.href : undefined;
}

function isEmulator(value: unknown): value is PluginEmulator {
  return typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'function';
}
