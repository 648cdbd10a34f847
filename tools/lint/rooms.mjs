/**
 * The rooms of packages/core/src and what each may import, beside itself. A room that is not listed may not exist:
 * whoever adds one decides here what it may know. Tests may import what they need.
 */
export const ROOMS = {
  interfaces: [],
  contracts: ['interfaces'],
  text: ['interfaces'],
  // Helpers of core's own tests.
  testing: ['interfaces', 'contracts', 'manifest', 'manager'],
  records: ['interfaces'],
  statements: ['interfaces', 'records'],
  'statement-files': ['interfaces', 'text'],
  manifest: ['interfaces', 'text'],
  store: ['interfaces', 'text', 'manifest'],
  discovery: ['interfaces', 'text', 'manifest', 'store'],
  validation: ['interfaces', 'text', 'manifest', 'gateway/scheme'],
  registry: ['interfaces', 'manifest'],
  lifecycle: ['interfaces', 'store'],
  health: ['interfaces', 'store'],
  vault: ['interfaces', 'store'],
  audit: ['interfaces', 'store'],
  'gateway/json': [],
  'gateway/scheme': ['interfaces', 'manifest', 'gateway/json'],
  'gateway/secret': ['interfaces', 'gateway/json', 'gateway/scheme'],
  gateway: ['interfaces', 'store', 'vault', 'gateway/json', 'gateway/scheme', 'gateway/secret'],
  'cell/channel': ['interfaces'],
  'cell/guest': ['interfaces', 'cell/channel'],
  'cell/host': ['interfaces', 'cell/channel'],
  cell: ['interfaces', 'cell/channel', 'cell/host'],
  cassette: ['interfaces', 'cell/host'],
  manager: [
    'interfaces',
    'contracts',
    'text',
    'records',
    'statements',
    'statement-files',
    'manifest',
    'store',
    'discovery',
    'validation',
    'registry',
    'lifecycle',
    'health',
    'vault',
    'audit',
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
