import type { OperatingSystem } from '../interfaces/enumerations/operating-system.js';
import { PLUGIN_TYPES, type PluginType } from '../interfaces/enumerations/plugin-type.js';

/** What the two Python hosts call our plugin types, where their word is another. */
const TYPE_WORDS: Readonly<Record<string, PluginType>> = {
  data_provider: 'data-provider',
  risk_management: 'risk',
  ui: 'view',
};

const SYSTEM_WORDS: Readonly<Record<string, OperatingSystem>> = {
  linux: 'linux',
  macos: 'darwin',
  darwin: 'darwin',
  windows: 'win32',
  win32: 'win32',
};

/** The plugin type that a word of a foreign manifest means. */
export function toPluginType(word: string): PluginType | undefined {
  return Object.hasOwn(TYPE_WORDS, word) ? TYPE_WORDS[word] : PLUGIN_TYPES.find((type) => type === word);
}

/** The operating system that a word of a foreign manifest means. */
export function toOperatingSystem(word: string): OperatingSystem | undefined {
  return Object.hasOwn(SYSTEM_WORDS, word) ? SYSTEM_WORDS[word] : undefined;
}

/** Writes a name of a foreign manifest as our ids are written: `My_Plugin` becomes `my-plugin`. */
export function toPluginId(name: string): string {
  return name.toLowerCase().replace(/[_\s]+/g, '-');
}

/** Writes a name of a foreign manifest as our fields are written: `short_period` becomes `shortPeriod`. */
export function toCamelCase(name: string): string {
  return name.replace(/[_-]+([a-z0-9])/g, (_match, next: string) => next.toUpperCase());
}
