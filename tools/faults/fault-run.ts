import type { Fault } from './fault.ts';
import { HostProcess } from './host/host-process.ts';
import type { HostMemory } from './host/messages.ts';
import type { Wave } from './plan.ts';
import type { RunOptions } from './run-faults.ts';
import { HEALTHY_IDS } from './scene/healthy.ts';
import { victimIds, type Scene } from './scene/scene.ts';
import { Victim } from './victim.ts';
import { cellsOf, comesTrue } from './watch/cells.ts';
import { Lock } from './watch/lock.ts';
import type { MemorySample } from './watch/memory.ts';
import { Pulse } from './watch/pulse.ts';
import { Tally } from './watch/tally.ts';

/** Milliseconds in which all cells of failed plugins must be gone. */
const SETTLE_MS = 5_000;

/** What was seen of one kind of fault. */
export interface FaultRecord {
  readonly fault: Fault;
  /** Injections that were tried. */
  turns: number;
  /** Injections that had the effect which they must have. */
  injected: number;
  /** Calls of healthy plugins while faults of this kind were injected. */
  readonly healthy: Tally;
  /** What is wrong, in words: a fault without its effect, a process that is left. */
  readonly findings: string[];
}

/** Injects faults into one host while its healthy plugins are called. */
export class FaultRun {
  readonly host: HostProcess;
  readonly records: ReadonlyMap<string, FaultRecord>;
  readonly samples: MemorySample[] = [];
  readonly #scene: Scene;
  readonly #lanes: number;
  readonly #latestMs: number;
  readonly #starting = new Lock();
  #pulse: Pulse | undefined;
  #healthyCells: readonly number[] = [];

  constructor(scene: Scene, { faults, lanes, latestMs }: Pick<RunOptions, 'faults' | 'lanes' | 'latestMs'>) {
    this.#scene = scene;
    this.#lanes = lanes;
    this.#latestMs = latestMs;
    this.host = new HostProcess(scene.folder);
    this.records = new Map(
      faults.map((fault) => [
        fault.name,
        { fault, turns: 0, injected: 0, healthy: new Tally(), findings: [] },
      ]),
    );
  }

  /** Opens the host and begins to call its healthy plugins. */
  async start(): Promise<void> {
    const { home, plugins, guest } = this.#scene;
    const victims = [...this.records.values()].flatMap(({ fault }) => victimIds(fault, this.#lanes));
    const approved = [...HEALTHY_IDS, ...victims];
    await this.host.ask({ ask: 'open', options: { home, plugins, guest, approved } });
    for (const id of HEALTHY_IDS) await this.host.ask({ ask: 'load', id });
    this.#healthyCells = cellsOf(this.host.pid);
    this.#pulse = new Pulse(this.host, new Tally(), this.#latestMs);
    this.#pulse.start();
  }

  /** Injects all faults of a kind that one round has. */
  async inject({ fault, count }: Wave, round: number): Promise<void> {
    const record = this.records.get(fault.name);
    if (record === undefined) throw new Error(`${fault.name} was not announced`);
    this.#pulse?.countIn(record.healthy);
    const lanes = victimIds(fault, fault.alone === true ? 1 : this.#lanes);
    let waiting = count;
    await Promise.all(
      lanes.map(async (id) => {
        const victim = new Victim({ id, host: this.host, scene: this.#scene, starting: this.#starting });
        while (waiting > 0) {
          waiting -= 1;
          await injectOnce(record, victim);
        }
        if (this.host.end === undefined) await victim.unload();
      }),
    );
    if (this.host.end !== undefined) return;
    await this.#settle(record);
    const memory = (await this.host.ask({ ask: 'memory' })) as HostMemory;
    this.samples.push({ ...memory, fault: fault.name, round });
  }

  /** Lets the healthy plugins answer for the last time and closes the host. */
  async stop(): Promise<void> {
    await this.#pulse?.stop();
    if (this.host.end === undefined) await this.host.ask({ ask: 'close' });
    this.host.kill();
    await this.host.ended;
  }

  /** Waits until only the healthy plugins have cells, and those that they have had all the time. */
  async #settle({ findings }: FaultRecord): Promise<void> {
    const expected = String(this.#healthyCells);
    const settled = await comesTrue(() => String(cellsOf(this.host.pid)) === expected, SETTLE_MS);
    if (!settled) findings.push(`cells are ${cellsOf(this.host.pid).join(', ')}, not ${expected}`);
  }
}

async function injectOnce(record: FaultRecord, victim: Victim): Promise<void> {
  const turn = record.turns;
  record.turns += 1;
  try {
    await record.fault.inject(victim, turn);
    record.injected += 1;
  } catch (error) {
    record.findings.push(`${victim.id}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
