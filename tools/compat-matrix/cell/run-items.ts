import { Buffer } from 'node:buffer';
import type { SessionItem, StatementItem, SuiteStep } from '../suite/recorded-suite.ts';
import type { CellJob } from './cell-job.ts';
import type { Core, Manager } from './load-core.ts';
import { openHost } from './open-host.ts';
import { speakerOf, type Speaker } from './speaker.ts';

/** Results by name of the item. */
export type Results = Record<string, readonly unknown[]>;

/** Lets the plugin answer each session in a host of its own; the first of them, or the only host, reads all files before. */
export async function runItems(core: Core, job: CellJob): Promise<{ results: Results; settled: string }> {
  const results: Results = {};
  const sessions = job.items.filter((item) => item.kind === 'session');
  let files = job.items.filter((item) => item.kind === 'statement');
  let settled = '';
  for (const session of sessions.length > 0 ? sessions : [undefined]) {
    const player = playerOf(core, session);
    await using host = await openHost(core, job, () => player);
    settled = await approve(host.manager, job.id);
    for (const file of files) results[file.name] = [await readFile(host.manager, job.id, file)];
    files = [];
    if (session === undefined) continue;
    results[session.name] = await answerSession(host.manager, job.id, session, await speakerOf(job.serving));
    player?.finish();
  }
  return { results, settled };
}

function playerOf(
  core: Core,
  session: SessionItem | undefined,
): ReturnType<Core['playCassette']> | undefined {
  if (session?.cassette === undefined) return undefined;
  return core.playCassette(core.parseCassette(JSON.stringify(session.cassette)));
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
