import type { HealthStatus, Threshold } from '../health/index.js';
import type { HostState } from './host-state.js';
import type { PluginCatalog } from './plugin-catalog.js';
import type { PluginRuntimes } from './plugin-runtimes.js';

/** The health of plugins: what the host measures, what they say themselves, and the thresholds of the user. */
export class PluginHealth {
  readonly #state: HostState;
  readonly #catalog: PluginCatalog;
  readonly #runtimes: PluginRuntimes;

  constructor(state: HostState, catalog: PluginCatalog, runtimes: PluginRuntimes) {
    this.#state = state;
    this.#catalog = catalog;
    this.#runtimes = runtimes;
  }

  /** Checks a plugin now; it is started where it does not run. One that cannot run is an unhealthy one. */
  check(id: string): Promise<HealthStatus> {
    this.#catalog.get(id);
    return this.#state.health.check(
      id,
      () => this.#runtimes.find(id)?.measure() ?? {},
      async () => this.#runtimes.get(id).checkHealth(),
    );
  }

  /** Stores what was measured of the plugins that were used, so that the history tells of every run. */
  async recordRun(): Promise<void> {
    for (const [id, runtime] of this.#runtimes.list()) {
      if (runtime.wasUsed) await this.#state.health.check(id, () => runtime.measure());
    }
  }

  /** Statuses of the last hours, oldest first. */
  historyOf(id: string, hours?: number): HealthStatus[] {
    this.#catalog.get(id);
    return this.#state.health.historyOf(id, hours);
  }

  async setThreshold(id: string, threshold: Threshold): Promise<void> {
    this.#catalog.get(id);
    await this.#state.database.write(() => this.#state.health.setThreshold(id, threshold));
  }

  thresholdsOf(id: string): Threshold[] {
    return this.#state.health.thresholdsOf(id);
  }
}
