import type { PluginState } from './plugin-state.js';

/** A change of state, as the history keeps it. */
export interface StateTransition {
  readonly from: PluginState;
  readonly to: PluginState;
  readonly reason: string;
  /** Instant in UTC. */
  readonly at: string;
}
