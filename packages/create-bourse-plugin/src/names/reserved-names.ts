/** Names of devices, which some systems take for no folders at all. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** What Bourse itself, npm and Node are called, and what stands in every folder of a plugin. */
const RESERVED: ReadonlySet<string> = new Set([
  'bourse',
  'cli',
  'core',
  'create',
  'default',
  'dist',
  'host',
  'interfaces',
  'node',
  'node-modules',
  'npm',
  'plugin',
  'plugins',
  'portfolio',
  'sdk',
  'test',
]);

/** Why nobody may take this id; undefined for any other. */
export function reservedBecause(id: string): string | undefined {
  if (DEVICES.test(id)) return 'some systems have a device of that name, and no folder can have it';
  if (/^(bourse|plugin)-/.test(id)) return 'it begins like the package names of all plugins';
  return RESERVED.has(id) ? 'it means a part of Bourse, of npm or of a package' : undefined;
}
