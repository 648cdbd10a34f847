export type { EventHandler } from './event-emitter.js';
export { Lifecycle, type StateChange } from './lifecycle.js';
export { PLUGIN_STATES, type PluginState } from './plugin-state.js';
export type { StateTransition } from './state-transition.js';
export { TransitionHistory } from './transition-history.js';
