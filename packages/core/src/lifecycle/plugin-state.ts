/** The states of a plugin in one host. */
export const PLUGIN_STATES = [
  /** Known, approved and ready to be started on the first call. */
  'discovered',
  /** Refused by validation. */
  'rejected',
  /** Waits for the user's approval. */
  'waiting',
  /** Its cell is starting. */
  'loading',
  /** Its cell has been activated. */
  'active',
  /** The last start or call ended its cell. */
  'error',
  /** Crashed too often; is not started until the user enables it. */
  'quarantined',
  /** Switched off by the user. */
  'disabled',
  /** Its cell is stopping. */
  'unloading',
] as const;

/** One of {@link PLUGIN_STATES}. */
export type PluginState = (typeof PLUGIN_STATES)[number];

/** Where a plugin may go from each state. */
const TRANSITIONS: Readonly<Record<PluginState, readonly PluginState[]>> = {
  discovered: ['rejected', 'waiting', 'loading', 'quarantined', 'disabled'],
  rejected: ['discovered', 'waiting', 'disabled'],
  waiting: ['discovered', 'rejected', 'disabled'],
  loading: ['active', 'error', 'quarantined', 'unloading'],
  active: ['unloading', 'error', 'quarantined'],
  error: ['discovered', 'loading', 'quarantined', 'disabled'],
  quarantined: ['discovered', 'rejected', 'disabled'],
  disabled: ['discovered', 'rejected', 'waiting'],
  unloading: ['discovered', 'error', 'quarantined', 'disabled'],
};

/** Tells whether a plugin may go from one state to another. */
export function isTransitionAllowed(from: PluginState, to: PluginState): boolean {
  return TRANSITIONS[from].includes(to);
}
