import type { PluginState } from '../lifecycle/index.js';
import type { InstallRecord } from '../store/index.js';
import { cellOf } from './host-crash-history.js';
import type { HostState } from './host-state.js';
import type { PluginCatalog } from './plugin-catalog.js';
import type { PluginRuntime } from './plugin-runtime.js';
import type { PluginRuntimes } from './plugin-runtimes.js';

/** States that last until the user ends them. */
const SWITCHED_OFF: readonly PluginState[] = ['disabled', 'quarantined'];

/** Starts, stops and replaces plugins. */
export class PluginSwitch {
  readonly #state: HostState;
  readonly #catalog: PluginCatalog;
  readonly #runtimes: PluginRuntimes;

  constructor(state: HostState, catalog: PluginCatalog, runtimes: PluginRuntimes) {
    this.#state = state;
    this.#catalog = catalog;
    this.#runtimes = runtimes;
  }

  /**
   * Starts a plugin, those that it depends on first.
   *
   * @throws ProblemError PLUGIN_UNKNOWN, PLUGIN_NOT_APPROVED, PLUGIN_DISABLED, PLUGIN_QUARANTINED, or what the start ended with
   */
  async load(id: string): Promise<void> {
    this.#catalog.get(id);
    await this.#runtimes.get(id).start();
  }

  /** Stops a plugin; the next call starts it again. Tells whether it ran. */
  async unload(id: string): Promise<boolean> {
    this.#catalog.get(id);
    const ran = this.#runtimes.find(id)?.isRunning === true;
    await this.#runtimes.remove(id, 'unloaded by the user');
    return ran;
  }

  /**
   * Starts a plugin anew, in the version and with the settings that hold now, and only then stops the old one. Where
   * the start fails the old version keeps running.
   *
   * @throws ProblemError what the start ended with
   */
  async reload(id: string): Promise<void> {
    const former = this.#runtimes.find(id);
    this.#catalog.refresh();
    const record = this.#runtimes.expectRunnable(id);
    const next = this.#runtimes.create(record);
    try {
      await this.tryOut(next);
    } catch (error) {
      if (former !== undefined && former.digest !== record.digest) await this.#goBack(record, former.digest);
      throw error;
    }
    await this.takeOver(id, next, 'reload');
  }

  /**
   * Starts a runtime beside the one that serves. Where that fails it is gone and nothing has changed.
   *
   * @throws ProblemError what the start ended with
   */
  async tryOut(next: PluginRuntime): Promise<void> {
    try {
      await next.start();
    } catch (error) {
      await next.stop();
      throw error;
    }
  }

  /**
   * Puts a runtime that was tried out in the place of the one that serves, unless the plugin may not run any more: it
   * may have been disabled or removed while the runtime started.
   */
  async takeOver(id: string, next: PluginRuntime, reason: string): Promise<void> {
    try {
      this.#runtimes.expectRunnable(id);
    } catch (error) {
      await next.stop();
      throw error;
    }
    this.#runtimes.put(id, next, reason);
  }

  /** Lets a plugin run again that was disabled or quarantined; its crashes are forgotten. */
  async enable(id: string): Promise<void> {
    const { database, records, crashes, lifecycle } = this.#state;
    const { packageName } = this.#catalog.get(id);
    await database.write(() => {
      records.ensure(id, packageName);
      for (const { digest } of records.approvalsOf(id)) crashes.clear(cellOf(id, digest));
      records.endQuarantine(id);
      records.setEnabled(id, true);
    });
    if (SWITCHED_OFF.includes(lifecycle.stateOf(id)))
      lifecycle.change(id, 'discovered', 'enabled by the user');
    this.#catalog.forget();
  }

  /** Stops a plugin and keeps it from running, in every host. */
  async disable(id: string): Promise<void> {
    const { database, records, lifecycle } = this.#state;
    const { packageName } = this.#catalog.get(id);
    await database.write(() => {
      records.ensure(id, packageName);
      records.setEnabled(id, false);
    });
    const stopped = this.#runtimes.remove(id, 'disabled by the user');
    lifecycle.change(id, 'disabled', 'disabled by the user');
    this.#catalog.forget();
    await stopped;
  }

  /** Lets the version before serve again, unless someone has decided something else meanwhile. */
  async #goBack({ id, revision }: InstallRecord, digest: string): Promise<void> {
    const { database, records } = this.#state;
    await database.write(() => {
      if (records.revisionOf(id) === revision) records.serve(id, digest);
    });
    this.#catalog.forget();
  }
}
