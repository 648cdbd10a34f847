/** What a plugin is called. */
export interface PluginNames {
  /** As in plugin.json: the package name without its prefix. */
  readonly id: string;
  readonly packageName: string;
}

const PREFIXED = /^((?:@[^/]*\/)?(?:bourse-)?plugin-)(.*)$/s;

/** The names that somebody means who gives an id, or a package name such as `@acme/plugin-broker`. Nothing is checked. */
export function toPluginNames(word: string): PluginNames {
  const [, prefix, id] = PREFIXED.exec(word) ?? [];
  return prefix === undefined || id === undefined
    ? { id: word, packageName: `bourse-plugin-${word}` }
    : { id, packageName: word };
}
