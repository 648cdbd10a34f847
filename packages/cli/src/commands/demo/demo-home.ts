import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'bourse-demo-';

/** How long a demo stays where one can look further into it, in milliseconds. */
const KEPT = 86_400_000;

/** Makes a data folder of its own for one demo, for this user alone, and removes those of former days. */
export function makeDemoHome(now: number): string {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(PREFIX)) removeOld(join(tmpdir(), name), now);
  }
  return mkdtempSync(join(tmpdir(), PREFIX));
}

function removeOld(folder: string, now: number): void {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  if (status?.isDirectory() !== true || status.uid !== userInfo().uid || status.mtimeMs + KEPT > now) return;
  rmSync(folder, { recursive: true, force: true });
}
