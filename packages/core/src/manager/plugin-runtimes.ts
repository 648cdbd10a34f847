import { isDeepStrictEqual } from 'node:util';
import type { ConnectionName, EvidenceBundle, SupervisorEvent } from '../cell/index.js';
import { ProblemError } from '../interfaces/index.js';
import type { InstallRecord } from '../store/index.js';
import type { PluginRuntime } from './plugin-runtime.js';
import { expectRunnable, mayRun } from './runnable.js';
import {
  createRuntime,
  type RuntimePorts,
  type RuntimeSources,
  type RuntimeVariant,
} from './runtime-factory.js';
import { RuntimeStates } from './runtime-states.js';

/**
 * The plugins that were started in this host. Before each call the install record is looked at, so that what another
 * host has changed (disabled, updated, configured) holds from the next call on.
 */
export class PluginRuntimes {
  readonly #sources: RuntimeSources;
  readonly #onCrash: (evidence: EvidenceBundle) => void;
  readonly #states: RuntimeStates;
  /** By plugin and connection. */
  readonly #runtimes = new Map<string, Map<string | undefined, PluginRuntime>>();
  /** Runtimes that were replaced or stopped and whose cells have not ended yet. */
  readonly #leaving = new Map<PluginRuntime, Promise<void>>();
  #isClosed = false;

  constructor(sources: RuntimeSources, onCrash: (evidence: EvidenceBundle) => void) {
    this.#sources = sources;
    this.#onCrash = onCrash;
    this.#states = new RuntimeStates(sources.state.lifecycle, (id) => this.#isRunning(id));
  }

  /**
   * The runtime of a plugin, made anew where the version or the settings in force are others. Each connection has one of
   * its own, with a cell of its own.
   *
   * @throws ProblemError what {@link expectRunnable} throws
   */
  get(id: string, connection?: ConnectionName): PluginRuntime {
    const present = this.#of(id).get(connection?.id);
    if (present?.revision === this.#sources.state.records.presentRevisionOf(id)) return present;
    const record = this.#expectStillRunnable(id);
    const next = this.create(record, connection === undefined ? {} : { connection });
    if (present?.digest === next.digest && isDeepStrictEqual(present.settings, next.settings)) {
      present.revision = record.revision;
      return present;
    }
    this.#put(id, connection?.id, next, 'version or settings have changed');
    return next;
  }

  /** The runtime without a connection. */
  find(id: string): PluginRuntime | undefined {
    return this.#of(id).get(undefined);
  }

  list(): [id: string, runtime: PluginRuntime][] {
    return [...this.#runtimes].flatMap(([id, runtimes]) =>
      [...runtimes.values()].map((runtime): [string, PluginRuntime] => [id, runtime]),
    );
  }

  /**
   * Puts a runtime in the place of the present one, which ends its open calls and then stops. So do those of connections,
   * which are made anew when they are needed.
   */
  put(id: string, next: PluginRuntime, reason: string): void {
    for (const connectionId of this.#of(id).keys()) {
      if (connectionId !== undefined) this.#retire(id, connectionId);
    }
    this.#put(id, undefined, next, reason);
  }

  /** Stops what runs for a connection, at once. */
  async disconnect(connectionId: string, reason: string): Promise<void> {
    const stopping = [...this.#runtimes].map(async ([id, runtimes]) => {
      const runtime = runtimes.get(connectionId);
      runtimes.delete(connectionId);
      if (runtime === undefined) return;
      this.#states.settle(id, reason);
      await this.#leave(runtime, runtime.stop());
    });
    await Promise.all(stopping);
  }

  #put(id: string, connectionId: string | undefined, next: PluginRuntime, reason: string): void {
    this.#retire(id, connectionId);
    this.#states.settle(id, reason);
    this.#of(id).set(connectionId, next);
    this.#states.placed(id, next, reason);
  }

  /** Takes a runtime out of its place; it ends its open calls and then stops. */
  #retire(id: string, connectionId: string | undefined): void {
    const former = this.#of(id).get(connectionId);
    this.#of(id).delete(connectionId);
    if (former !== undefined) void this.#leave(former, former.retire());
  }

  /** The runtimes of a plugin by connection; undefined: without one. */
  #of(id: string): Map<string | undefined, PluginRuntime> {
    const known = this.#runtimes.get(id) ?? new Map<string | undefined, PluginRuntime>();
    this.#runtimes.set(id, known);
    return known;
  }

  #isCurrent(id: string, runtime: PluginRuntime): boolean {
    return [...this.#of(id).values()].includes(runtime);
  }

  #isRunning(id: string): boolean {
    return [...this.#of(id).values()].some((runtime) => runtime.isRunning);
  }

  /** Forgets the runtimes of a plugin at once, and stops them. */
  async remove(id: string, reason: string): Promise<void> {
    const runtimes = [...this.#of(id).values()];
    this.#runtimes.delete(id);
    this.#states.settle(id, reason);
    await Promise.all(runtimes.map((runtime) => this.#leave(runtime, runtime.stop())));
  }

  /** Stops all plugins, those that are leaving too, and starts none any more. */
  async stopAll(): Promise<void> {
    this.#isClosed = true;
    for (const runtime of [...this.#leaving.keys()]) void this.#leave(runtime, runtime.stop());
    await Promise.all([...this.#runtimes.keys()].map((id) => this.remove(id, 'the host ends')));
    await Promise.all(this.#leaving.values());
  }

  /**
   * The install record of a plugin that may run.
   *
   * @throws ProblemError PLUGIN_NOT_APPROVED, PLUGIN_DISABLED, PLUGIN_QUARANTINED, CALL_CANCELED while the host ends
   */
  expectRunnable(id: string): InstallRecord {
    if (this.#isClosed)
      throw new ProblemError({ code: 'CALL_CANCELED', message: `The host ends; "${id}" is not started.` });
    return expectRunnable(this.#sources.state.records, id);
  }

  /** Tells whether a plugin may run, as far as its install record says. */
  mayRun(id: string): boolean {
    return mayRun(this.#sources.state.records, id);
  }

  /** Makes a runtime without putting it in the place of the present one. */
  create(record: InstallRecord, variant: RuntimeVariant = {}): PluginRuntime {
    return createRuntime(this.#sources, this.#portsOf(record.id), record, variant);
  }

  /** A plugin that may not run any more is stopped here too. */
  #expectStillRunnable(id: string): InstallRecord {
    try {
      return this.expectRunnable(id);
    } catch (error) {
      void this.remove(id, 'it may not run any more');
      throw error;
    }
  }

  /** Remembers that a runtime is leaving until its cell has ended. What fails on the way out is told and hurts nobody. */
  #leave(runtime: PluginRuntime, leaving: Promise<void>): Promise<void> {
    const { onWarning } = this.#sources.options;
    const over = leaving
      .catch((error: unknown) => onWarning?.(`A plugin did not stop in an orderly way: ${String(error)}`))
      .finally(() => {
        if (this.#leaving.get(runtime) === over) this.#leaving.delete(runtime);
      });
    this.#leaving.set(runtime, over);
    return over;
  }

  #portsOf(id: string): RuntimePorts {
    return {
      onEvent: (runtime, event) => this.#follow(id, runtime, event),
      startDependencies: async (ids) => {
        if (ids.length > 0) this.#sources.expectDependencies(id);
        for (const dependency of ids) await this.get(dependency).start();
      },
    };
  }

  #follow(id: string, runtime: PluginRuntime, event: SupervisorEvent): void {
    if (event.type === 'activated') runtime.countStart();
    if (event.type === 'crashed') this.#onCrash(event.evidence);
    if (event.type === 'quarantined') this.#quarantine(id, runtime);
    if (!this.#isCurrent(id, runtime)) return;
    const loads = 'a call needs it';
    if (event.type === 'started') this.#states.startsLoading(id, loads);
    if (event.type === 'activated')
      this.#states.activated(id, { loads, serves: `started in ${Math.round(event.startMs)} ms` });
    if (event.type === 'crashed') this.#states.crashed(id, event.exit.detail);
    if (event.type === 'stopped') this.#states.stopped(id, event.exit.detail);
  }

  /**
   * Quarantines a plugin for crashes of the version that serves, also where that runs with other settings meanwhile. A
   * version that was replaced tells nothing of the one that serves now.
   */
  #quarantine(id: string, runtime: PluginRuntime): void {
    const { records } = this.#sources.state;
    const record = records.find(id);
    if (record?.digest !== runtime.digest || !record.enabled) return;
    const reason = 'it crashed three times within five minutes';
    records.quarantine(id, reason);
    if (!this.#isCurrent(id, runtime) || this.#of(id).size > 1) void this.remove(id, reason);
    this.#states.quarantined(id, reason);
  }
}
