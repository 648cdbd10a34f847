import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../../answer.js';
import type { Session } from '../../../host/session.js';
import { confirm } from '../../../output/confirm.js';
import { checkTypes } from './check-types.js';
import type { DevEvent } from './dev-event.js';
import { DevelopmentLoop } from './development-loop.js';
import { FolderWatch } from './folder-watch.js';
import { createReport, type Report } from './reporter.js';
import { runWords } from './run-words.js';
import { SourceBuilder } from './source-builder.js';
import { splitWords } from './split-words.js';

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
  const tell = (event: DevEvent): void => void report(event);
  const manager = session.openForLong((_id, line) => tell({ event: 'log', line }));
  for (const state of ['error', 'quarantined'] as const)
    manager.onStateChange(state, ({ transition }) => tell({ event: 'crashed', reason: transition.reason }));
  using builder = new SourceBuilder(folder, (text) => void session.terminal.writeErrorLines([text]));
  using watch = new FolderWatch(folder);
  using types = new TypeWatch(folder, report);
  const development = manager.develop(folder);
  const loop = new DevelopmentLoop({
    manager,
    development,
    builder,
    report,
    isAllowed: async ({ id }, isFirst) =>
      (isFirst && options.yes) ||
      confirm(
        `Let ${id} run with this?`,
        session.terminal,
        AbortSignal.any([session.signal, watch.nextChange]),
      ),
  });
  await report({ event: 'watching', folder });
  try {
    while (!session.signal.aborted) {
      const isLive = await loop.turn(session.signal);
      if (isLive && options.run !== undefined) await runAfter(session, options.run, { watch, report });
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

/** Runs the command that the author wants to see; another change ends it. */
async function runAfter(
  { environment, signal }: Session,
  command: string,
  { watch, report }: { watch: FolderWatch; report: Report },
): Promise<void> {
  const until = AbortSignal.any([signal, watch.nextChange]);
  const exitCode = await runWords(splitWords(command), environment.userFolder, until);
  if (!until.aborted) await report({ event: 'ran', command, exitCode });
}

/** Checks the types of what serves, beside the work; what is not over when the next change comes is given up. */
class TypeWatch implements Disposable {
  readonly #folder: string;
  readonly #report: Report;
  readonly #state = mkdtempSync(join(tmpdir(), 'bourse-types-'));
  #checking = new AbortController();
  #hadFindings = false;

  constructor(folder: string, report: Report) {
    this.#folder = folder;
    this.#report = report;
  }

  check(): void {
    this.#checking = new AbortController();
    void this.#check(this.#checking.signal);
  }

  stop(): void {
    this.#checking.abort();
  }

  [Symbol.dispose](): void {
    this.stop();
    rmSync(this.#state, { recursive: true, force: true });
  }

  async #check(signal: AbortSignal): Promise<void> {
    const findings = await checkTypes(this.#folder, join(this.#state, 'tsbuildinfo'), signal);
    if (findings === undefined || signal.aborted) return;
    if (findings.length > 0 || this.#hadFindings) await this.#report({ event: 'types', findings });
    this.#hadFindings = findings.length > 0;
  }
}
