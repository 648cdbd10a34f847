import type { Fault } from './fault.ts';
import { FaultRun, type FaultRecord } from './fault-run.ts';
import { planRounds } from './plan.ts';
import { createScene, removeScene, type Scene } from './scene/scene.ts';
import { comesTrue, findByCommand } from './watch/cells.ts';
import { growthOf, type Growth } from './watch/memory.ts';

export interface RunOptions {
  readonly faults: readonly Fault[];
  /** Faults to inject in all. */
  readonly total: number;
  /** So often every kind has its turn. */
  readonly rounds: number;
  /** Faults of one kind that happen side by side. */
  readonly lanes: number;
  /** An answer of a healthy plugin that comes later has failed, in milliseconds. */
  readonly latestMs: number;
  readonly onProgress: (line: string) => void;
}

/** What one run has shown. */
export interface Report {
  readonly records: readonly FaultRecord[];
  readonly seconds: number;
  readonly growth: Growth;
  /** Memory of the host at the end, in bytes. */
  readonly rss: number;
  /** Processes that outlived the host. */
  readonly orphans: readonly number[];
  /** How the host ended before its time. */
  readonly hostEnd: string | undefined;
  /** The end of what the host wrote to its terminal. */
  readonly hostOutput: string;
}

/** Milliseconds in which all processes of a closed host must be gone. */
const DYING_MS = 10_000;

/** Injects faults into a host, in rounds, and watches it from outside. */
export async function runFaults(options: RunOptions): Promise<Report> {
  const { faults, lanes } = options;
  const scene = createScene(faults, lanes);
  const run = new FaultRun(scene, options);
  try {
    return await carryOut(run, scene, options);
  } finally {
    run.host.kill();
    for (const pid of findByCommand(scene.guest)) process.kill(pid, 'SIGKILL');
    removeScene(scene);
  }
}

async function carryOut(run: FaultRun, scene: Scene, options: RunOptions): Promise<Report> {
  const { faults, total, rounds, onProgress } = options;
  await run.start();
  const startedAt = performance.now();
  for (const [round, waves] of planRounds(faults, total, rounds).entries()) {
    for (const wave of waves) {
      if (run.host.end !== undefined) break;
      const from = performance.now();
      await run.inject(wave, round);
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      onProgress(`round ${round + 1}/${rounds}: ${wave.count} × ${wave.fault.name}, ${seconds} s`);
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const hostEnd = run.host.end;
  await run.stop();
  await comesTrue(() => findByCommand(scene.guest).length === 0, DYING_MS);
  return {
    records: [...run.records.values()],
    seconds,
    growth: growthOf(run.samples),
    rss: run.samples.at(-1)?.rss ?? 0,
    orphans: findByCommand(scene.guest),
    hostEnd,
    hostOutput: run.host.output.trim().slice(-2_000),
  };
}
