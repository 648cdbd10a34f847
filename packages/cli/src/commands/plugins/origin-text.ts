import { printable, type PluginDetails } from '@bourse/core';

/** Where the package of a plugin came from: a registry, else what the user added, else the folder that it was found in. */
export function originText({ source, origin, addedFrom = source }: PluginDetails): string | undefined {
  if (origin === undefined) return addedFrom === undefined ? undefined : printable(addedFrom);
  return printable(`${origin.name} ${origin.version} at ${origin.registry}`);
}
