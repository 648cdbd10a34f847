import { Buffer } from 'node:buffer';
import type { SessionItem, StatementItem, SuiteStep } from '../suite/recorded-suite.ts';
import type { CellJob } from './cell-job.ts';
import type { Core, Manager } from './load-core.ts';
import { openHost } from './open-host.ts';
import { speakerOf, type Speaker } from './speaker.ts';

/** Results by name of the item. */
export type Results = Record<string, readonly unknown[]>;

/** Lets the plugin read all files, in one host, and answer each session, in a host of its own. */
export async function runItems(core: Core, job: CellJob): Promise<{ results: Results; settled: string }> {
  const results: Results = {};
  const files = job.items.filter((item) => item.kind === 'statement');
  let settled = '';
  if (files.length > 0) {
    await using host = await openHost(core, job);
    settled = await approve(host.manager, job.id);
    for (const file of files) results[file.name] = [await readFile(host.manager, job.id, file)];
  }
  for (const item of job.items) {
    if (item.kind !== 'session') continue;
    const player =
      item.cassette === undefined
        ? undefined
        : core.playCassette(core.parseCassette(JSON.stringify(item.cassette)));
    await using host = await openHost(core, job, () => player);
    settled = await approve(host.manager, job.id);
    results[item.name] = await answerSession(host.manager, job.id, item, await speakerOf(job.serving));
    player?.finish();
  }
  return { results, settled };
}

/** @returns The contract that core and plugin settled on. */
export async function approve(manager: Manager, id: string): Promise<string> {
  await manager.installer.approve(id);
  return manager.info(id).api.version ?? '';
}

export async function readFile(manager: Manager, id: string, file: StatementItem): Promise<unknown> {
  const bytes = Buffer.from(file.content, 'base64');
  const reading = manager.reader.readStatement(id, {
    format: file.format,
    name: file.name,
    size: bytes.length,
    content: onePiece(bytes),
    defaultAccount: 'matrix',
  });
  return reading.collect();
}

/** Does what a step asks for, while the institution is told what it is for. */
export type Around = <Result>(step: SuiteStep, work: () => Promise<Result>) => Promise<Result>;

/** Asks what a session asks, then reads all lists; gives what came, in the words of contract 1.x. */
export async function answerSession(
  manager: Manager,
  id: string,
  { settings, steps, reads }: Pick<SessionItem, 'settings' | 'steps' | 'reads'>,
  speaker: Speaker,
  around: Around = (_, work) => work(),
): Promise<unknown[]> {
  if (Object.keys(settings).length > 0)
    await manager.settings.configure(id, settings as Parameters<Manager['settings']['configure']>[1]);
  const answers: unknown[] = [];
  for (const step of steps) {
    const { service, method, request } = step;
    const call = { service, method };
    const asked = speaker.ask(call, request);
    const answer = await around(step, () => manager.call(id, service, method, asked));
    answers.push(speaker.understand(call, answer));
  }
  if (reads) answers.push(await manager.reader.pull(id, { defaultAccount: 'matrix' }).collect());
  return answers;
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
