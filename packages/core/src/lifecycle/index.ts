export type { EventHandler } from './event-emitter.js';
export { Lifecycle, type LifecycleOptions, type StateChange } from './lifecycle.js';
export { isTransitionAllowed, PLUGIN_STATES, type PluginState } from './plugin-state.js';
export type { StateTransition } from './state-transition.js';
export { TransitionHistory } from './transition-history.js';
