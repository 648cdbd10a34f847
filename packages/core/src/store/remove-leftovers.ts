import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** No host writes at one draft for so long, in milliseconds. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** The random part that the name of every draft ends with. */
const DRAFT = /(^|\.)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Removes drafts that a host left in a folder when it was killed. What cannot be removed stays. */
export function removeLeftovers(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((each) => DRAFT.test(each))) {
      const path = join(folder, name);
      if (Date.now() - statSync(path).mtimeMs > ABANDONED) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // Another host was quicker, or the folder is not there yet.
  }
}
