import { printable, type PluginDetails } from '@bourse/core';

/** Where the package of a plugin came from: a registry, else a folder. */
export function originText({ source, origin }: PluginDetails): string | undefined {
  if (origin === undefined) return source === undefined ? undefined : printable(source);
  return printable(`${origin.name} ${origin.version} at ${origin.registry}`);
}
