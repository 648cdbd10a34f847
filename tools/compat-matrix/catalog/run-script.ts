import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE } from './folders.ts';

/** For a machine that is busy with other things. */
const PATIENCE_MS = 120_000;

const execute = promisify(execFile);

/** Runs a script of ours in a process of its own: a job goes in, JSON comes out. */
export async function runScript(script: string, job: object): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'bourse-job-'));
  try {
    const file = join(folder, 'job.json');
    writeFileSync(file, JSON.stringify(job));
    const { stdout } = await execute(process.execPath, [script, file], {
      maxBuffer: 256 * 1024 * 1024,
      timeout: PATIENCE_MS,
      env: { ...process.env, NODE_COMPILE_CACHE: join(CACHE, 'compiled') },
    });
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
