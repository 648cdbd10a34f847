/** A way in which a plugin asks its institution: the settings that choose it. */
export type Way = Readonly<Record<string, boolean>>;

/** By plugin. One that is not named has one way, without settings. */
const WAYS: Readonly<Record<string, readonly Way[]>> = {
  ibkr: [{ clientPortal: true }, { localGateway: true }],
};

export function waysOf(plugin: string): readonly Way[] {
  return WAYS[plugin] ?? [{}];
}

/** The plugin, and its way where it has several. */
export function nameOf(plugin: string, way: Way): string {
  const settings = Object.keys(way);
  return settings.length === 0 ? plugin : `${plugin} (${settings.join(', ')})`;
}
