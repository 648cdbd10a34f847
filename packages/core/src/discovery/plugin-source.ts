import { join } from 'node:path';

/** A folder in which plugins may be. */
export interface PluginSource {
  /**
   * `installed`: a node_modules folder, where packages with the field `bourse` in their package.json are plugins;
   * `home`: BOURSE_HOME/plugins; `system`: the folder of the machine; `named`: a folder that the user named, which holds
   * plugin folders or is one.
   */
  readonly kind: 'installed' | 'home' | 'system' | 'named';
  readonly path: string;
}

/** The folder for plugins of all users of a machine. */
export function systemPluginFolder(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'bourse', 'plugins');
  return '/usr/local/share/bourse/plugins';
}
