// One cell of the matrix, in a process of its own: reads the job from the file that is named, prints what came of it.
import { readFileSync } from 'node:fs';
import type { CellAnswer, CellJob } from './cell-job.ts';
import { loadCore } from './load-core.ts';
import { findRefusals } from './refuse.ts';
import { runItems } from './run-items.ts';

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as CellJob;
process.stdout.write(JSON.stringify(await answer()));

async function answer(): Promise<CellAnswer> {
  try {
    const core = await loadCore(job.core);
    if (job.task === 'refuse') return { results: {}, refusals: await findRefusals(core, job) };
    return { ...(await runItems(core, job)), refusals: [] };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return {
      results: {},
      refusals: typeof code === 'string' ? [code] : [],
      failure: error instanceof Error ? error.message : String(error),
    };
  }
}
