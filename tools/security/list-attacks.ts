import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Attack } from './attack.ts';
import type { ListedAttack } from './trial/run-trial.ts';

const FOLDER = join(import.meta.dirname, 'plugins');

/** All hostile plugins, by family and name; the family is the folder. */
export async function listAttacks(): Promise<ListedAttack[]> {
  const files = globSync('*/*.ts', { cwd: FOLDER }).sort();
  return Promise.all(
    files.map(async (file) => {
      const path = join(FOLDER, file);
      const { attack } = (await import(pathToFileURL(path).href)) as { attack: Attack };
      return { attack, family: basename(dirname(path)), file: path };
    }),
  );
}
