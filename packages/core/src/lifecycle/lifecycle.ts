import { ProblemError } from '../interfaces/index.js';
import { EventEmitter, type EventHandler } from './event-emitter.js';
import { isTransitionAllowed, type PluginState } from './plugin-state.js';
import type { StateTransition } from './state-transition.js';

/** What handlers of `state_change.<state>` are told. */
export interface StateChange {
  readonly pluginId: string;
  readonly transition: StateTransition;
}

/** What a lifecycle needs from its host. */
export interface LifecycleOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly history: {
    append(pluginId: string, transition: StateTransition): void;
    list(pluginId: string): StateTransition[];
  };
  readonly onHandlerError: (name: string, error: unknown) => void;
}

/** The states of all plugins of one host, the table of their transitions, and the events. */
export class Lifecycle {
  readonly #options: LifecycleOptions;
  readonly #states = new Map<string, PluginState>();
  readonly #events: EventEmitter<StateChange>;

  constructor(options: LifecycleOptions) {
    this.#options = options;
    this.#events = new EventEmitter(options.onHandlerError);
  }

  /** The state of a plugin; one that is unknown is `discovered`. */
  stateOf(pluginId: string): PluginState {
    return this.#states.get(pluginId) ?? 'discovered';
  }

  listByState(state: PluginState): string[] {
    return [...this.#states].filter(([, current]) => current === state).map(([pluginId]) => pluginId);
  }

  historyOf(pluginId: string): StateTransition[] {
    return this.#options.history.list(pluginId);
  }

  /** Takes over the state that an earlier run left; nothing has happened, so nothing is recorded. */
  restore(pluginId: string, state: PluginState): void {
    this.#states.set(pluginId, state);
  }

  /**
   * Brings a plugin into a state and tells the handlers of `state_change.<state>`. The same state again records nothing.
   *
   * @throws ProblemError TRANSITION_REFUSED
   */
  change(pluginId: string, to: PluginState, reason: string): void {
    const from = this.stateOf(pluginId);
    if (from === to) return;
    if (!isTransitionAllowed(from, to)) {
      throw new ProblemError({
        code: 'TRANSITION_REFUSED',
        message: `Plugin ${pluginId} cannot go from ${from} to ${to}.`,
      });
    }
    const transition = { from, to, reason, at: new Date(this.#options.now()).toISOString() };
    this.#states.set(pluginId, to);
    this.#options.history.append(pluginId, transition);
    this.#events.emit(`state_change.${to}`, { pluginId, transition });
  }

  /** Registers a handler of `state_change.<state>` and returns what takes it away again. */
  onChange(state: PluginState, handler: EventHandler<StateChange>): () => void {
    return this.#events.on(`state_change.${state}`, handler);
  }
}
