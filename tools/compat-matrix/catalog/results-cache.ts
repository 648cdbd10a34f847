import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './folders.ts';

/**
 * Gives what was worked out before from the same things, else works it out.
 *
 * @param isKept Whether it is worth keeping. Default: always.
 */
export async function cached<Value>(
  kind: string,
  key: string,
  work: () => Promise<Value>,
  isKept: (value: Value) => boolean = () => true,
): Promise<Value> {
  const folder = join(CACHE, kind);
  const file = join(folder, `${key}.json`);
  const known = readJson(file);
  if (known !== undefined) return known as Value;
  const value = await work();
  if (!isKept(value)) return value;
  mkdirSync(folder, { recursive: true });
  const fresh = join(folder, randomUUID());
  writeFileSync(fresh, JSON.stringify(value));
  renameSync(fresh, file);
  return value;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
