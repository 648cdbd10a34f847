import { setTimeout as wait } from 'node:timers/promises';
import type { HostProcess } from './host/host-process.ts';
import type { Outcome } from './host/messages.ts';
import type { Scene } from './scene/scene.ts';
import { findProcess } from '../security/watch/process-table.ts';
import { cellsOf, comesTrue } from './watch/cells.ts';
import type { Lock } from './watch/lock.ts';

/** Codes of a host that still punishes the plugin for the fault before. */
const PUNISHED = ['CELL_BACKING_OFF', 'PLUGIN_QUARANTINED'];

/** Milliseconds between two pardons, and how many there are at most. */
const PARDON_MS = 25;
const PARDONS = 80;

/** Milliseconds that a process may take to be gone on a busy machine. */
const DYING_MS = 10_000;

export interface VictimOptions {
  readonly id: string;
  readonly host: HostProcess;
  readonly scene: Scene;
  /** Lets one cell at a time start whose process is to be known. */
  readonly starting: Lock;
}

/** A plugin that is made to fail, as a fault sees it. */
export class Victim {
  readonly id: string;
  readonly host: HostProcess;
  readonly scene: Scene;
  readonly #starting: Lock;

  constructor({ id, host, scene, starting }: VictimOptions) {
    this.id = id;
    this.host = host;
    this.scene = scene;
    this.#starting = starting;
  }

  /** Calls the plugin, pardoned for what it did before. */
  async call(cursor: string, deadlineMs?: number): Promise<Outcome> {
    for (let pardons = 0; ; pardons += 1) {
      const outcome = await this.callUnpardoned(cursor, deadlineMs);
      if (!('code' in outcome) || !PUNISHED.includes(outcome.code) || pardons === PARDONS) return outcome;
      await this.pardon();
      await wait(PARDON_MS);
    }
  }

  async callUnpardoned(cursor: string, deadlineMs?: number): Promise<Outcome> {
    const deadline = deadlineMs === undefined ? {} : { deadlineMs };
    return (await this.host.ask({ ask: 'call', id: this.id, cursor, ...deadline })) as Outcome;
  }

  /** Lets the plugin run again, as a user would. */
  async pardon(): Promise<void> {
    await this.host.ask({ ask: 'enable', id: this.id });
  }

  /** Ends the plugin's cell in an orderly way, if it has one. */
  async unload(): Promise<void> {
    await this.host.ask({ ask: 'unload', id: this.id });
  }

  /** Starts a cell of the plugin and tells its process. */
  start(): Promise<number> {
    return this.#starting.hold(async () => {
      await this.unload();
      const before = cellsOf(this.host.pid);
      await this.pardon();
      expectAnswer(await this.call('start'));
      const [pid, ...others] = cellsOf(this.host.pid).filter((each) => !before.includes(each));
      if (pid === undefined || others.length > 0) throw new Error('its process cannot be told from others');
      return pid;
    });
  }
}

/** @throws Error where the call did not end with one of these codes */
export function expectCode(outcome: Outcome, ...codes: readonly string[]): void {
  const seen = 'code' in outcome ? `${outcome.code}: ${outcome.message}` : 'an answer';
  if (!('code' in outcome) || !codes.includes(outcome.code)) {
    throw new Error(`the caller got ${seen}, not ${codes.join(' or ')}`);
  }
}

/** What failing plugins answer while nothing is wrong. */
export const FINE = { items: [{ id: 'A1', name: 'fine' }] };

/** @throws Error where the call did not end with {@link FINE} */
export function expectAnswer(outcome: Outcome): void {
  if (!('value' in outcome) || JSON.stringify(outcome.value) !== JSON.stringify(FINE)) {
    throw new Error(`the plugin did not answer as it must: ${JSON.stringify(outcome).slice(0, 200)}`);
  }
}

/** @throws Error where the process lives on */
export async function expectGone(pid: number): Promise<void> {
  const gone = await comesTrue(() => findProcess(pid) === undefined, DYING_MS);
  if (!gone) throw new Error(`process ${pid} lives on`);
}
