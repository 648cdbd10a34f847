import type { Emulator } from '@bourse/sdk/emulator';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pluginFolders } from '../bootstrap/plugin-folders.mjs';
import { ROOT } from '../root.ts';

export type PluginEmulator = Emulator<unknown, unknown>;

/** The files that define emulators, by the name of the plugin's folder. */
export function emulatorFiles(root: string): ReadonlyMap<string, string> {
  const files = pluginFolders(root).map((folder): [string, string] => [
    folder.replace('plugins/', ''),
    join(root, folder, 'emulator', 'index.ts'),
  ]);
  return new Map(files.filter(([, file]) => existsSync(file)));
}

/** The emulator of a plugin, in a test, where sources are imported as they are. */
export async function importEmulator(plugin: string): Promise<PluginEmulator> {
  const file = emulatorFiles(ROOT).get(plugin);
  if (file === undefined) throw new TypeError(`the plugin "${plugin}" has no emulator`);
  const { emulator }: { emulator: PluginEmulator } = await import(file);
  return emulator;
}
