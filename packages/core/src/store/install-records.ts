import { z } from 'zod';
import { toApproval, type Approval } from './approval.js';
import { Backlog } from './backlog.js';
import type { HostDatabase } from './host-database.js';
import { RememberedReads } from './remembered-reads.js';
import type { WriteQueue } from './write-queue.js';

/** What the host remembers of one plugin. */
export interface InstallRecord {
  readonly id: string;
  readonly packageName: string;
  /** The approved version that serves; absent while none is approved. */
  readonly digest: string | undefined;
  readonly enabled: boolean;
  /** Why the plugin is quarantined; absent while it is not. */
  readonly quarantine: string | undefined;
  /** Raised by every change, so that running hosts notice it. */
  readonly revision: number;
}

const RecordRow = z.object({
  id: z.string(),
  package_name: z.string(),
  digest: z.string().nullable(),
  enabled: z.number(),
  quarantine: z.string().nullable(),
  revision: z.number(),
});

/** The install records of all plugins. Grants stand here and nowhere in a plugin's own files. */
export class InstallRecords {
  readonly #database: HostDatabase;
  readonly #quarantines: Backlog<string>;
  readonly #revisions: RememberedReads<number>;

  constructor(database: HostDatabase, queue: WriteQueue) {
    this.#database = database;
    this.#revisions = new RememberedReads(database, (id) => this.revisionOf(id));
    this.#quarantines = new Backlog(queue, {
      what: 'quarantines',
      limit: 1,
      write: (id, reasons) => reasons.forEach((reason) => this.#change(id, 'quarantine = ?', reason)),
    });
  }

  list(): InstallRecord[] {
    return this.#database.all('SELECT * FROM plugin ORDER BY id').map((row) => this.#toRecord(row));
  }

  find(id: string): InstallRecord | undefined {
    const row = this.#database.get('SELECT * FROM plugin WHERE id = ?', id);
    return row === undefined ? undefined : this.#toRecord(row);
  }

  /** The {@link revisionOf} a plugin for whoever has no transaction open, quick enough for each call of the plugin. */
  presentRevisionOf(id: string): number {
    return this.#revisions.of(id);
  }

  /** The revision of a plugin's record; 0 where there is none. */
  revisionOf(id: string): number {
    return Number(this.#database.get('SELECT revision FROM plugin WHERE id = ?', id)?.['revision'] ?? 0);
  }

  /** Makes an empty record where there is none, so that a plugin can be disabled before it was ever approved. */
  ensure(id: string, packageName: string): void {
    this.#database.run(
      'INSERT INTO plugin (id, package_name) VALUES (?, ?) ON CONFLICT (id) DO NOTHING',
      id,
      packageName,
    );
  }

  /** Approvals of a plugin, the latest first. */
  approvalsOf(id: string): Approval[] {
    return this.#database
      .all('SELECT * FROM approval WHERE plugin_id = ? ORDER BY sequence DESC', id)
      .map(toApproval);
  }

  /** Approves a version and lets it serve. */
  approve(id: string, packageName: string, approval: Approval): void {
    this.#database.transaction(() => {
      this.#database.run(
        `INSERT INTO plugin (id, package_name, digest) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET package_name = excluded.package_name, digest = excluded.digest, revision = revision + 1`,
        id,
        packageName,
        approval.digest,
      );
      this.addApproval(id, approval);
    });
  }

  /** Approves a version of a plugin that has a record; what serves goes on serving. */
  addApproval(id: string, approval: Approval): void {
    const { digest, version, permissions, declined, source, approvedBy, approvedAt } = approval;
    this.#database.run(
      `INSERT INTO approval (plugin_id, digest, version, permissions, declined, source, approved_by, approved_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      digest,
      version,
      JSON.stringify(permissions),
      JSON.stringify(declined),
      source,
      approvedBy,
      approvedAt,
    );
  }

  /** Takes permissions out of the latest approval of a version; when it was approved, and by whom, stays. */
  narrow(
    id: string,
    digest: string,
    { permissions, declined }: Pick<Approval, 'permissions' | 'declined'>,
  ): void {
    this.#database.run(
      `UPDATE approval SET permissions = ?, declined = ? WHERE sequence =
       (SELECT max(sequence) FROM approval WHERE plugin_id = ? AND digest = ?)`,
      JSON.stringify(permissions),
      JSON.stringify(declined),
      id,
      digest,
    );
  }

  /** Marks the latest approvals of a plugin, so many, as those that the user went back behind. */
  leaveBehind(id: string, count: number): void {
    this.#database.run(
      `UPDATE approval SET left_behind = 1 WHERE sequence IN
       (SELECT sequence FROM approval WHERE plugin_id = ? ORDER BY sequence DESC LIMIT ?)`,
      id,
      count,
    );
  }

  serve(id: string, digest: string | undefined): void {
    this.#change(id, 'digest = ?', digest ?? null);
  }

  /** The digests of a plugin that are approved for as long as its author works on it, the latest first. */
  developedOf(id: string): string[] {
    const developed = this.approvalsOf(id).filter(({ approvedBy }) => approvedBy === 'development');
    return [...new Set(developed.map(({ digest }) => digest))];
  }

  /** Takes back what was approved for a development, all but these digests. */
  removeDeveloped(id: string, kept: readonly string[]): void {
    this.#database.run(
      `DELETE FROM approval WHERE plugin_id = ? AND approved_by = 'development'
       AND digest NOT IN (SELECT value FROM json_each(?))`,
      id,
      JSON.stringify(kept),
    );
  }

  /** Lets what was approved for a development stay approved, as the user's own decision. */
  keepDeveloped(id: string, digest: string): void {
    this.#database.run(
      `UPDATE approval SET approved_by = 'user' WHERE plugin_id = ? AND digest = ? AND approved_by = 'development'`,
      id,
      digest,
    );
  }

  /** Takes out the record of a plugin of which nothing was ever approved or decided. */
  removeUnused(id: string): void {
    this.#database.run(
      `DELETE FROM plugin WHERE id = ? AND digest IS NULL AND enabled = 1
       AND NOT EXISTS (SELECT 1 FROM approval WHERE plugin_id = plugin.id)`,
      id,
    );
  }

  setEnabled(id: string, enabled: boolean): void {
    this.#change(id, 'enabled = ?', enabled ? 1 : 0);
  }

  /** Keeps a plugin from being started. In this host that holds before it is written. */
  quarantine(id: string, reason: string): void {
    this.#quarantines.add(id, reason);
  }

  endQuarantine(id: string): void {
    this.#change(id, 'quarantine = NULL');
    this.#quarantines.clear(id);
  }

  /** Tells running hosts that something that belongs to the plugin has changed, such as its settings. */
  touch(id: string): void {
    this.#change(id, 'id = id');
  }

  #toRecord(row: unknown): InstallRecord {
    const { id, package_name, digest, enabled, quarantine, revision } = RecordRow.parse(row);
    const [waiting] = this.#quarantines.of(id);
    return {
      id,
      packageName: package_name,
      digest: digest ?? undefined,
      enabled: enabled === 1,
      quarantine: waiting ?? quarantine ?? undefined,
      revision,
    };
  }

  #change(id: string, assignment: string, ...values: (string | number | null)[]): void {
    this.#database.run(
      `UPDATE plugin SET ${assignment}, revision = revision + 1 WHERE id = ?`,
      ...values,
      id,
    );
  }
}
