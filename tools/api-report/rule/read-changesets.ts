import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUMPS, largest, type Bump } from './bump.ts';

const FRONT_MATTER = /^---\n([\s\S]*?)^---$/m;
const LINE = /^["']([^"']+)["']: *(\w+) *$/gm;

/** The largest step that the changesets of a folder ask for, by package. */
export function readChangesets(folder: string): ReadonlyMap<string, Bump> {
  const bumps = new Map<string, Bump>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
    const front = FRONT_MATTER.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? '';
    for (const [, name = '', word] of front.matchAll(LINE)) {
      const bump = BUMPS.find((known) => known === word) ?? 'none';
      bumps.set(name, largest([bumps.get(name) ?? 'none', bump]));
    }
  }
  return bumps;
}
