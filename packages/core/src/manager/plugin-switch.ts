import type { HostState } from './host-state.js';
import type { PluginCatalog } from './plugin-catalog.js';
import type { PluginRuntime } from './plugin-runtime.js';
import type { PluginRuntimes } from './plugin-runtimes.js';

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
    await this.#runtimes.remove(id);
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
    try {
      await this.replace(id, this.#runtimes.create(record), 'reload');
    } catch (error) {
      if (former !== undefined && former.digest !== record.digest)
        this.#state.records.serve(id, former.digest);
      throw error;
    }
  }

  /**
   * Starts `next` and puts it in the place of the present runtime. Where the start fails nothing has changed.
   *
   * @throws ProblemError what the start ended with
   */
  async replace(id: string, next: PluginRuntime, reason: string): Promise<void> {
    try {
      await next.start();
    } catch (error) {
      await next.stop();
      throw error;
    }
    this.#runtimes.put(id, next, reason);
  }

  /** Lets a plugin run again that was disabled or quarantined; its crashes are forgotten. */
  enable(id: string): void {
    this.#expectRecord(id);
    this.#state.crashes.clear(id);
    this.#state.records.setQuarantine(id, undefined);
    this.#state.records.setEnabled(id, true);
    this.#state.lifecycle.change(id, 'discovered', 'enabled by the user');
    this.#catalog.forget();
  }

  /** Stops a plugin and keeps it from running, in every host. */
  async disable(id: string): Promise<void> {
    this.#expectRecord(id);
    this.#state.records.setEnabled(id, false);
    await this.#runtimes.remove(id);
    this.#state.lifecycle.change(id, 'disabled', 'disabled by the user');
    this.#catalog.forget();
  }

  #expectRecord(id: string): void {
    this.#state.records.ensure(id, this.#catalog.get(id).packageName);
  }
}
