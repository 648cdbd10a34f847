import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const GUEST = join(ROOT, 'packages', 'core', 'dist', 'guest', 'guest.cjs');

/** The sign for a cell to write its heap down. */
export const SNAPSHOT_SIGNAL = 'SIGUSR2';

/**
 * Writes a program that is run in place of the guest: the guest itself, and before it a handler of a signal that writes
 * the heap into a folder. What the handler needs is in its closure alone; the plugin in its compartment has none of it.
 */
export function writeSnapshotGuest(folder: string): string {
  const path = join(folder, 'guest.cjs');
  writeFileSync(
    path,
    `const v8 = require('node:v8');
const { renameSync } = require('node:fs');
const { pid } = process;
// Texts are written down as long as they are.
v8.setFlagsFromString('--heap-snapshot-string-limit=100000000');
process.on('${SNAPSHOT_SIGNAL}', () => {
  const path = ${JSON.stringify(folder)} + '/' + pid;
  v8.writeHeapSnapshot(path + '.draft');
  renameSync(path + '.draft', path + '.heapsnapshot');
});
require(${JSON.stringify(GUEST)});
`,
  );
  return path;
}
