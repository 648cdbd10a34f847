import type { MarkOwner, SyncMarks } from '../ledger/sync-marks.js';
import type { SyncOptions } from './sync-options.js';

type Ports = Pick<SyncOptions, 'connections' | 'ledger'>;

/**
 * How far the lists of one connection are stored. The ledger says so, since it is what may be put back to an earlier day; the host
 * remembers when a connection was synced.
 */
export class SyncProgress {
  readonly #owner: MarkOwner;
  readonly #ports: Ports;

  constructor({ id, createdAt }: MarkOwner, ports: Ports) {
    this.#owner = { id, createdAt };
    this.#ports = ports;
  }

  /** The booking date up to which everything of a list is in the ledger; undefined where nothing is. */
  doneUntil(list: string): string | undefined {
    return this.#ports.ledger.findSyncMark(this.#owner, list);
  }

  /**
   * The same of a list of records, whose marks version 1.1 had in the host alone. These count as far as the ledger has an import of the
   * list: it may be older than they are.
   */
  listDoneUntil(list: string): string | undefined {
    const known = this.doneUntil(list);
    if (known !== undefined) return known;
    const { ledger, connections } = this.#ports;
    const former = connections.progress.doneUntil(this.#owner.id, list);
    const stored = ledger.findLastImportDay(this.#owner.id, fileNameOf(this.#owner.id, list));
    if (former === undefined || stored === undefined) return undefined;
    return former < stored ? former : stored;
  }

  marksOf(days: ReadonlyMap<string, string>): SyncMarks {
    return { owner: this.#owner, days };
  }

  /** Tells the host what was stored. */
  async tell(days: ReadonlyMap<string, string>): Promise<void> {
    for (const [list, day] of days) await this.#ports.connections.progress.save(this.#owner.id, list, day);
  }
}

/** What an import of a list is called in the ledger. */
export function fileNameOf(connectionId: string, list: string): string {
  return `${connectionId} ${list}`;
}
