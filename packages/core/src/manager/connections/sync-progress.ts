import type { HostState } from '../host-state.js';

/** How far connections were synced, list by list. */
export class SyncProgress {
  readonly #state: Pick<HostState, 'database' | 'syncs'>;
  readonly #now: () => number;

  constructor(state: Pick<HostState, 'database' | 'syncs'>, now: () => number) {
    this.#state = state;
    this.#now = now;
  }

  /** The booking date up to which everything of a list was stored; undefined where nothing was. */
  doneUntil(connectionId: string, list: string): string | undefined {
    return this.#state.syncs.doneUntil(connectionId, list);
  }

  async save(connectionId: string, list: string, doneUntil: string): Promise<void> {
    const { database, syncs } = this.#state;
    const syncedAt = new Date(this.#now()).toISOString();
    await database.write(() => syncs.save(connectionId, list, doneUntil, syncedAt));
  }
}
