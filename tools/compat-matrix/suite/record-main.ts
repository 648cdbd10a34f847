// Records the suite of one plugin, in a process of its own: reads the job from the file that is named, prints the suite.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCore, type Core } from '../cell/load-core.ts';
import { openHost } from '../cell/open-host.ts';
import { approve, readFile } from '../cell/run-items.ts';
import type { RecordedSuite, SuiteItem } from './recorded-suite.ts';
import type { RecordJob } from './record-job.ts';
import { recordLists, recordOnline } from './record-session.ts';
import { findStatements } from './statement-inputs.ts';

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as RecordJob;
process.stdout.write(JSON.stringify(await record()));

async function record(): Promise<RecordedSuite> {
  const core = await loadCore(job.core);
  const now = Date.now();
  const cell = { ...job, contract: '', serving: 'served' as const, now };
  const items: SuiteItem[] = [];
  const expected: Record<string, unknown[]> = {};
  for (const { item, result } of await readStatements(core, cell)) {
    items.push(item);
    expected[item.name] = [result];
  }
  const emulator = join(job.source, 'emulator', 'index.ts');
  const session = existsSync(emulator)
    ? await recordOnline(core, cell, emulator)
    : await recordLists(core, cell);
  if (session !== undefined) {
    items.push(session.item);
    expected[session.item.name] = session.expected;
  }
  return { plugin: { id: job.id, version: job.version }, now, items, expected };
}

async function readStatements(
  core: Core,
  cell: Parameters<typeof openHost>[1],
): Promise<{ item: SuiteItem; result: unknown }[]> {
  await using host = await openHost(core, cell);
  await approve(host.manager, job.id);
  const read: { item: SuiteItem; result: unknown }[] = [];
  for (const item of findStatements(core, host.manager, job))
    read.push({ item, result: await readFile(host.manager, job.id, item) });
  return read;
}
