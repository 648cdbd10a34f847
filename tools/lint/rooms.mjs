/**
 * The rooms of packages/core/src and what each may import, beside itself. A room that is not listed may not exist:
 * whoever adds one decides here what it may know. Tests may import what they need.
 */
export const ROOMS = {
  interfaces: [],
  records: ['interfaces'],
  statements: ['interfaces', 'records'],
  discovery: ['interfaces'],
  validation: ['interfaces', 'discovery'],
  store: ['interfaces', 'validation'],
  registry: ['interfaces'],
  lifecycle: ['interfaces'],
  health: ['interfaces'],
  gateway: ['interfaces'],
  'cell/channel': ['interfaces'],
  'cell/guest': ['interfaces', 'cell/channel'],
  'cell/host': ['interfaces', 'cell/channel'],
  cell: ['interfaces', 'cell/channel', 'cell/host'],
  manager: [
    'interfaces',
    'records',
    'statements',
    'discovery',
    'validation',
    'store',
    'registry',
    'lifecycle',
    'health',
    'gateway',
    'cell',
  ],
};

/** The room of a file, given its path below packages/core/src; files beside the rooms (index.ts) are in none. */
export function roomOf(path) {
  const folders = path.split('/').slice(0, -1);
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const name = folders.slice(0, depth).join('/');
    if (Object.hasOwn(ROOMS, name)) return name;
  }
  return folders[0];
}
