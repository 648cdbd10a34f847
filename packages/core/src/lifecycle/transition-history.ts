import { z } from 'zod';
import { BoundedHistory, type HostDatabase, type WriteQueue } from '../store/index.js';
import { PLUGIN_STATES } from './plugin-state.js';
import type { StateTransition } from './state-transition.js';

/** Transitions kept of one plugin. */
const KEPT = 1_000;

const Row = z.object({
  state_from: z.enum(PLUGIN_STATES),
  state_to: z.enum(PLUGIN_STATES),
  reason: z.string(),
  at: z.string(),
});

/** The transitions of all plugins in all hosts. */
export class TransitionHistory {
  readonly #history: BoundedHistory;

  constructor(database: HostDatabase, queue: WriteQueue) {
    this.#history = new BoundedHistory(database, queue, {
      table: 'transition',
      what: 'changes of state',
      columns: ['state_from', 'state_to', 'reason', 'at', 'host'],
      limit: KEPT,
    });
  }

  append(pluginId: string, { from, to, reason, at }: StateTransition): void {
    this.#history.append(pluginId, [from, to, reason, at, process.pid]);
  }

  /** Transitions of a plugin, oldest first. */
  list(pluginId: string): StateTransition[] {
    return this.#history.since(pluginId, '').map((row) => {
      const { state_from: from, state_to: to, reason, at } = Row.parse(row);
      return { from, to, reason, at };
    });
  }
}
