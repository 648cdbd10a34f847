import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Statement } from '@bourse/core/interfaces';
import type { ImportOrigin } from '../src/index.js';
import type { TestFolder } from './acme.js';

/** What a process of its own is to import. */
export interface ImportJob {
  readonly ledger: string;
  readonly imports: readonly { readonly origin: ImportOrigin; readonly statement: Statement }[];
  /** The process ends itself, as by `kill -9`, in front of the database statement of this number; the first is 1. */
  readonly endAt?: number;
  /** The largest file that the process may write, in blocks of 512 bytes: to it the disk is full then. */
  readonly fileBlocks?: number;
}

/** How an import process ended. */
export interface ImportEnd {
  readonly killed: boolean;
  /** How many database statements it had executed, where it came to its end. */
  readonly statements: number;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Reading the sources takes most of a short import; a cache that goes with the build makes the next one faster. */
const COMPILED = join(FOLDER, '..', 'out-tsc', 'compile-cache');

let jobs = 0;

/** Runs an import in a process of its own, from the sources. */
export async function runImport(folder: TestFolder, job: ImportJob): Promise<ImportEnd> {
  jobs += 1;
  const file = join(folder.path, `job-${jobs}.json`);
  writeFileSync(file, JSON.stringify(job));
  const flags = [
    '--no-warnings',
    '--conditions=@bourse/source',
    '--import',
    join(FOLDER, 'register-sources.mjs'),
  ];
  const limit = `ulimit -f ${job.fileBlocks ?? 'unlimited'}; exec "$@"`;
  const command = [process.execPath, ...flags, join(FOLDER, 'import-child.ts'), file];
  const child = spawn('sh', ['-c', limit, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
  const ended = once(child, 'close');
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code, signal] = await ended;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the import process failed: ${errors}`);
  return { killed: signal === 'SIGKILL', statements: Number(output) };
}
