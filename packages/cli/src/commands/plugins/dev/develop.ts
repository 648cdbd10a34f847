import type { DevelopedVersion, PluginManager } from '@bourse/core';
import type { Answer } from '../../../answer.js';
import type { Session } from '../../../host/session.js';
import { confirm } from '../../../output/confirm.js';
import { DevelopmentLoop } from './development-loop.js';
import { FolderWatch } from './folder-watch.js';
import { createReport, type Report } from './reporter.js';
import { runWords } from './run-words.js';
import { SourceBuilder } from './source-builder.js';
import { splitWords } from './split-words.js';
import { TypeWatch } from './type-watch.js';

/** How a plugin is developed. */
export interface DevelopOptions {
  readonly folder: string;
  readonly yes: boolean;
  readonly keeps: boolean;
  /** A command of ours to run after each change. */
  readonly run: string | undefined;
  readonly isJson: boolean;
}

/** Develops a plugin until the user ends it. */
export async function develop(session: Session, options: DevelopOptions): Promise<Answer> {
  const { folder, keeps } = options;
  const report = createReport(session.terminal, options.isJson);
  const manager = openManager(session, report);
  using builder = new SourceBuilder(folder, (text) => void session.terminal.writeErrorLines([text]));
  using watch = new FolderWatch(folder);
  using types = new TypeWatch(folder, report);
  const development = manager.develop(folder);
  const isAllowed = async ({ id }: DevelopedVersion, isFirst: boolean): Promise<boolean> =>
    (isFirst && options.yes) || (await ask(`Let ${id} run with this?`, session, watch));
  const loop = new DevelopmentLoop({ manager, development, builder, report, isAllowed });
  await report({ event: 'watching', folder });
  try {
    while (!session.signal.aborted) {
      if (await loop.turn(session.signal)) await runAfter(session, options, { watch, report });
      types.check();
      const files = await watch.changes(session.signal);
      types.stop();
      if (files.length > 0) await report({ event: 'changed', files });
    }
  } finally {
    await development.end({ keeps });
  }
  await report({ event: 'ended', kept: keeps });
  return { json: undefined, lines: () => [], isShown: true };
}

/** The manager of the session, whose plugins are listened to. */
function openManager(session: Session, report: Report): PluginManager {
  const manager = session.openForLong((_id, line) => void report({ event: 'log', line }));
  for (const state of ['error', 'quarantined'] as const)
    manager.onStateChange(
      state,
      ({ transition }) => void report({ event: 'crashed', reason: transition.reason }),
    );
  return manager;
}

/** Asks the author; another change takes the question back. */
async function ask(
  question: string,
  { terminal, signal }: Session,
  { nextChange }: FolderWatch,
): Promise<boolean> {
  const answer = await confirm(question, terminal, AbortSignal.any([signal, nextChange]));
  if (terminal.isInteractive && nextChange.aborted) await terminal.errors.write(['\n']);
  return answer;
}

/** Runs the command that the author wants to see, if any; another change ends it. */
async function runAfter(
  { environment, signal }: Session,
  { run, isJson }: DevelopOptions,
  { watch, report }: { watch: FolderWatch; report: Report },
): Promise<void> {
  if (run === undefined) return;
  const until = AbortSignal.any([signal, watch.nextChange]);
  const how = { folder: environment.userFolder, keepsOutput: isJson, signal: until };
  const ran = await runWords(splitWords(run), how);
  if (!until.aborted) await report({ event: 'ran', command: run, ...ran });
}
