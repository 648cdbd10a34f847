import { isDeepStrictEqual } from 'node:util';
import type { EvidenceBundle, SupervisorEvent } from '../cell/index.js';
import { ProblemError, type Settings } from '../interfaces/index.js';
import type { PluginState } from '../lifecycle/index.js';
import type { InstallRecord } from '../store/index.js';
import type { PluginRuntime } from './plugin-runtime.js';
import { createRuntime, type RuntimePorts, type RuntimeSources } from './runtime-factory.js';

/** States that end as soon as the record says that the plugin may run. */
const IDLE_STATES: readonly PluginState[] = ['waiting', 'rejected', 'disabled', 'quarantined'];

/**
 * The plugins that were started in this host. Before each call the install record is looked at, so that what another
 * host has changed (disabled, updated, configured) holds from the next call on.
 */
export class PluginRuntimes {
  readonly #sources: RuntimeSources;
  readonly #onCrash: (evidence: EvidenceBundle) => void;
  readonly #runtimes = new Map<string, PluginRuntime>();

  constructor(sources: RuntimeSources, onCrash: (evidence: EvidenceBundle) => void) {
    this.#sources = sources;
    this.#onCrash = onCrash;
  }

  /**
   * The runtime of a plugin, made anew where the version or the settings in force are others.
   *
   * @throws ProblemError PLUGIN_NOT_APPROVED, PLUGIN_DISABLED, PLUGIN_QUARANTINED
   */
  get(id: string): PluginRuntime {
    const present = this.#runtimes.get(id);
    if (present?.revision === this.#sources.state.records.revisionOf(id)) return present;
    const record = this.#expectStillRunnable(id);
    const next = this.create(record);
    if (present?.digest === next.digest && isDeepStrictEqual(present.settings, next.settings)) {
      present.revision = record.revision;
      return present;
    }
    this.put(id, next, 'version or settings have changed');
    return next;
  }

  find(id: string): PluginRuntime | undefined {
    return this.#runtimes.get(id);
  }

  list(): [id: string, runtime: PluginRuntime][] {
    return [...this.#runtimes];
  }

  /** Puts a runtime in the place of the present one, which is stopped. */
  put(id: string, next: PluginRuntime, reason: string): void {
    const { lifecycle } = this.#sources.state;
    const former = this.#runtimes.get(id);
    this.#runtimes.set(id, next);
    if (lifecycle.stateOf(id) === 'active') this.#settle(id, reason);
    if (IDLE_STATES.includes(lifecycle.stateOf(id))) lifecycle.change(id, 'discovered', 'may run');
    if (next.isRunning) {
      lifecycle.change(id, 'loading', reason);
      lifecycle.change(id, 'active', reason);
    }
    void former?.stop();
  }

  /** Stops a plugin and forgets its runtime. */
  async remove(id: string): Promise<void> {
    const runtime = this.#runtimes.get(id);
    await runtime?.stop();
    if (this.#runtimes.get(id) === runtime) this.#runtimes.delete(id);
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#runtimes.keys()].map((id) => this.remove(id)));
  }

  /**
   * The install record of a plugin that may run.
   *
   * @throws ProblemError PLUGIN_NOT_APPROVED, PLUGIN_DISABLED, PLUGIN_QUARANTINED
   */
  expectRunnable(id: string): InstallRecord {
    const record = this.#sources.state.records.find(id);
    if (record?.digest === undefined)
      throw new ProblemError({
        code: 'PLUGIN_NOT_APPROVED',
        message: `The plugin "${id}" has not been approved.`,
      });
    if (!record.enabled)
      throw new ProblemError({ code: 'PLUGIN_DISABLED', message: `The plugin "${id}" is disabled.` });
    if (record.quarantine !== undefined) {
      throw new ProblemError({
        code: 'PLUGIN_QUARANTINED',
        message: `The plugin "${id}" is quarantined: ${record.quarantine}.`,
      });
    }
    return record;
  }

  /** Makes a runtime without putting it in the place of the present one, with other settings where they are tried out. */
  create(record: InstallRecord, settings?: Settings): PluginRuntime {
    return createRuntime(this.#sources, this.#portsOf(record.id), record, settings);
  }

  /** A plugin that may not run any more is stopped here too. */
  #expectStillRunnable(id: string): InstallRecord {
    try {
      return this.expectRunnable(id);
    } catch (error) {
      const runtime = this.#runtimes.get(id);
      this.#settle(id, 'it may not run any more');
      this.#runtimes.delete(id);
      void runtime?.stop();
      throw error;
    }
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
    if (this.#runtimes.get(id) !== runtime) return;
    const { lifecycle, records } = this.#sources.state;
    if (event.type === 'started') lifecycle.change(id, 'loading', 'a call needs it');
    if (event.type === 'activated')
      lifecycle.change(id, 'active', `started in ${Math.round(event.startMs)} ms`);
    if (event.type === 'crashed') lifecycle.change(id, 'error', event.exit.detail);
    if (event.type === 'stopped') this.#settle(id, event.exit.detail);
    if (event.type === 'quarantined') {
      const reason = 'it crashed three times within five minutes';
      records.setQuarantine(id, reason);
      lifecycle.change(id, 'quarantined', reason);
    }
  }

  /** Where a plugin whose cell was stopped in an orderly way ends up. */
  #settle(id: string, reason: string): void {
    const { lifecycle } = this.#sources.state;
    if (lifecycle.stateOf(id) === 'loading') return lifecycle.change(id, 'error', 'it did not start');
    if (lifecycle.stateOf(id) !== 'active') return;
    lifecycle.change(id, 'unloading', reason);
    lifecycle.change(id, 'discovered', 'stopped');
  }
}
