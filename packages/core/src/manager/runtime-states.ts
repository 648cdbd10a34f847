import type { Lifecycle, PluginState } from '../lifecycle/index.js';

/** States that end as soon as the record says that the plugin may run. */
const IDLE_STATES: readonly PluginState[] = ['waiting', 'rejected', 'disabled', 'quarantined'];

const RUNNING_STATES: readonly PluginState[] = ['loading', 'active'];

/** The states of plugins as far as their runtimes move them. */
export class RuntimeStates {
  readonly #lifecycle: Lifecycle;
  readonly #isRunning: (id: string) => boolean;

  /** @param isRunning Whether any runtime of a plugin runs. */
  constructor(lifecycle: Lifecycle, isRunning: (id: string) => boolean) {
    this.#lifecycle = lifecycle;
    this.#isRunning = isRunning;
  }

  /** A runtime has been given its place. */
  placed(id: string, { isRunning }: { readonly isRunning: boolean }, reason: string): void {
    const lifecycle = this.#lifecycle;
    if (IDLE_STATES.includes(lifecycle.stateOf(id))) lifecycle.change(id, 'discovered', 'may run');
    if (isRunning) this.activated(id, { loads: reason, serves: reason });
  }

  /** A plugin that serves one connection already is active, whatever starts beside it. */
  startsLoading(id: string, reason: string): void {
    if (this.#lifecycle.stateOf(id) !== 'active') this.#lifecycle.change(id, 'loading', reason);
  }

  activated(id: string, reasons: { readonly loads: string; readonly serves: string }): void {
    this.startsLoading(id, reasons.loads);
    this.#lifecycle.change(id, 'active', reasons.serves);
  }

  crashed(id: string, reason: string): void {
    if (!this.#isRunning(id)) this.#lifecycle.change(id, 'error', reason);
  }

  quarantined(id: string, reason: string): void {
    this.#lifecycle.change(id, 'quarantined', reason);
  }

  /** Where a plugin ends up whose cell was stopped and is not to blame; one that was still starting has failed to. */
  stopped(id: string, reason: string): void {
    const lifecycle = this.#lifecycle;
    if (lifecycle.stateOf(id) === 'loading' && !this.#isRunning(id))
      lifecycle.change(id, 'error', 'it did not start');
    else this.settle(id, reason);
  }

  /** Where a plugin ends up of which nothing serves any more. */
  settle(id: string, reason: string): void {
    const lifecycle = this.#lifecycle;
    if (!RUNNING_STATES.includes(lifecycle.stateOf(id)) || this.#isRunning(id)) return;
    lifecycle.change(id, 'unloading', reason);
    lifecycle.change(id, 'discovered', 'stopped');
  }
}
