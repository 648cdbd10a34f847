import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The script of a program in the packages of a folder; undefined where it is not installed there. */
export function findTool(folder: string, packageName: string, program: string): string | undefined {
  try {
    const file = createRequire(join(folder, 'package.json')).resolve(`${packageName}/package.json`);
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const programs = content instanceof Object && 'bin' in content ? content.bin : undefined;
    const script = programs instanceof Object ? new Map(Object.entries(programs)).get(program) : undefined;
    return typeof script === 'string' ? join(dirname(file), script) : undefined;
  } catch {
    return undefined;
  }
}
