import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ids of the plugins whose folders stand in this one. */
export function takenIds(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  return new Set(readdirSync(folder).flatMap((name) => idIn(join(folder, name, 'plugin.json')) ?? []));
}

/** A manifest that nobody can read takes no name. */
function idIn(file: string): string | undefined {
  try {
    const { id }: { id?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
