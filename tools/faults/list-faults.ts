import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fault } from './fault.ts';

const KINDS = join(import.meta.dirname, 'kinds');

/** All kinds of faults, in the order of their files' names. */
export async function listFaults(): Promise<Fault[]> {
  const files = readdirSync(KINDS).filter((name) => name.endsWith('.ts'));
  return Promise.all(files.sort().map((name) => load(join(KINDS, name))));
}

async function load(file: string): Promise<Fault> {
  const { fault } = (await import(pathToFileURL(file).href)) as { fault: Fault };
  return fault;
}
