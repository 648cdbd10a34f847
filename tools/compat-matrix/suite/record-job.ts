import { join } from 'node:path';
import { runScript } from '../catalog/run-script.ts';
import type { CellJob } from '../cell/cell-job.ts';
import { RecordedSuiteSchema, type RecordedSuite } from './recorded-suite.ts';

/** What a process of its own records: a plugin, on a core, from what lies in the folder of its sources. */
export interface RecordJob extends Pick<CellJob, 'core' | 'plugins' | 'id'> {
  readonly version: string;
  /** The folder with demo, fixtures and emulator. */
  readonly source: string;
}

const RECORDER = join(import.meta.dirname, 'record-main.ts');

export async function recordSuite(job: RecordJob): Promise<RecordedSuite> {
  return RecordedSuiteSchema.parse(await runScript(RECORDER, job));
}
