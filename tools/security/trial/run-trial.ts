import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CONTROL_PATIENCE_MS, SETTLE_MS, type Attack } from '../attack.ts';
import { HostProcess } from '../host/host-process.ts';
import type { Outcome } from '../host/messages.ts';
import { Bank } from '../online/bank.ts';
import { writeHealthyPlugin } from '../scene/healthy-plugin.ts';
import { Listeners } from '../scene/listeners.ts';
import { createScene, removeScene, type Scene } from '../scene/scene.ts';
import { findProcess } from '../watch/process-table.ts';
import { Pulse } from '../watch/pulse.ts';
import { findSurvivors, findTraces } from '../watch/traces.ts';
import { Watch } from '../watch/watch.ts';
import { combine } from './combine.ts';

/** What one run of one attack has shown. */
export interface Trial {
  /** What the observer saw of the aim; undefined: the attack has not reached it. */
  readonly harm: string | undefined;
  /** Harm of other kinds. */
  readonly traces: readonly string[];
  /** What was wrong with a healthy plugin's answers meanwhile. */
  readonly unhealthy: string | undefined;
  /** What the host made of the attack, in its own words. */
  readonly outcome: Outcome | undefined;
  /** The run itself failed. */
  readonly failure: string | undefined;
}

/** An attack with the file that it stands in, so that the host's process can load it too. */
export interface ListedAttack {
  readonly attack: Attack;
  readonly family: string;
  readonly file: string;
}

const LOOK_MS = 40;
const PATIENCE_MS = 25_000;

/** Lets an attack happen once, in a scene and a host of its own. */
export async function runTrial({ attack, file }: ListedAttack, isControl: boolean): Promise<Trial> {
  const listeners = new Listeners();
  const bank = new Bank();
  const ports = { ...(await listeners.listenOnLoopback()), ...(await bank.listen()) };
  const scene = createScene(ports, (folder) => join(folder, 'observer.sock'));
  await listeners.listenOnSocket(scene.socket);
  const weakening = combine(attack, isControl);
  writeHealthyPlugin(scene);
  attack.build(scene);
  bank.serve(attack.online, scene);
  const host = new HostProcess(scene, weakening.edits ?? {});
  const watch = new Watch({ scene, listeners, bank, host, weakening });
  try {
    await host.ask({ ask: 'open', order: { attack: file, scene, control: isControl } });
    return await observe(attack, watch, isControl);
  } catch (error) {
    return { ...NOTHING, failure: whyEnded(String(error), host.output) };
  } finally {
    await cleanUp(watch, scene);
  }
}

const NOTHING: Trial = {
  harm: undefined,
  traces: [],
  unhealthy: undefined,
  outcome: undefined,
  failure: undefined,
};

/** The host's last words say more than how it ended. */
function whyEnded(failure: string, output: string): string {
  return [failure, ...(/^\w*Error: .*/m.exec(output) ?? [])].join(' ');
}

async function observe(attack: Attack, watch: Watch, isControl: boolean): Promise<Trial> {
  const pulse = new Pulse(watch.host);
  await pulse.start();
  watch.begin();
  watch.host.ask({ ask: 'act' }).then(
    (outcome) => (watch.outcome = outcome as Outcome),
    () => undefined,
  );
  const harm = await waitForHarm(attack, watch, isControl);
  const { outcome } = watch;
  if (isControl) return { ...NOTHING, harm, outcome };
  const overdue = outcome === undefined && attack.endsHost !== true ? ['the call never ended'] : [];
  const traces = [...overdue, ...(await findTraces(watch))];
  const unhealthy = await pulse.stop();
  const isJudged = attack.endsHost !== true;
  if (isJudged) await close(watch);
  return {
    ...NOTHING,
    harm,
    outcome,
    traces: isJudged ? [...traces, ...findSurvivors(watch)] : traces,
    unhealthy: isJudged ? unhealthy : undefined,
  };
}

/** Looks on until there is harm, or until there can be none any more. */
async function waitForHarm(attack: Attack, watch: Watch, isControl: boolean): Promise<string | undefined> {
  const settleMs = Math.max(attack.settleMs ?? SETTLE_MS, isControl ? CONTROL_PATIENCE_MS : 0);
  let endedAt: number | undefined;
  while (watch.elapsedMs < PATIENCE_MS) {
    watch.look();
    if (watch.outcome !== undefined || watch.host.end !== undefined) endedAt ??= watch.elapsedMs;
    // Asked before the harm is looked for: what is seen last is seen after the end.
    const isOver = endedAt !== undefined && watch.elapsedMs - endedAt >= settleMs;
    const harm = await attack.harm(watch);
    if (harm !== undefined || isOver) return harm;
    await wait(LOOK_MS);
  }
  return undefined;
}

async function close({ host }: Watch): Promise<void> {
  await Promise.race([host.ask({ ask: 'close' }).catch(() => undefined), wait(5_000)]);
}

/** Leaves nothing behind: no process, no port, no file. */
async function cleanUp(watch: Watch, scene: Scene): Promise<void> {
  watch.look();
  const { host, cellsSeen, bystanders, listeners, bank } = watch;
  host.kill();
  await host.ended;
  for (const pid of [...cellsSeen, ...bystanders]) killCell(pid);
  listeners.close();
  bank.close();
  removeScene(scene);
}

/** A cell that has outlived its host belongs to the first process now. */
function killCell(pid: number): void {
  const row = findProcess(pid);
  if (row !== undefined && row.parent <= 1) process.kill(pid, 'SIGKILL');
}
