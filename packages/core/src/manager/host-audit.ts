import {
  AuditLog,
  isEmptyAudit,
  readAudit,
  type AuditEvent,
  type AuditLine,
  type AuditRange,
  type AuditReport,
  type ReadEntry,
} from '../audit/index.js';
import type { HostState } from './host-state.js';
import type { VaultDoor } from './connections/vault-door.js';

/** The audit of this host, opened with the vault when something is first written or read. */
export class HostAudit {
  readonly #state: Pick<HostState, 'database' | 'home'>;
  readonly #door: VaultDoor;
  readonly #now: () => number;
  #log: Promise<AuditLog> | undefined;

  constructor(state: Pick<HostState, 'database' | 'home'>, door: VaultDoor, now: () => number) {
    this.#state = state;
    this.#door = door;
    this.#now = now;
  }

  /** @throws ProblemError VAULT_LOCKED, VAULT_DAMAGED; the next try begins anew */
  open(): Promise<AuditLog> {
    this.#log ??= this.#open().catch((error: unknown) => {
      this.#log = undefined;
      throw error;
    });
    return this.#log;
  }

  /** @throws ProblemError AUDIT_UNAVAILABLE: what cannot be written down must not be done */
  async append(event: AuditEvent): Promise<void> {
    await (await this.open()).append(event);
  }

  /** What changes nothing, to be written a moment later. @throws ProblemError AUDIT_UNAVAILABLE */
  async note(event: AuditEvent): Promise<void> {
    await (await this.open()).note(event);
  }

  /** How something ended that was noted. */
  conclude(event: AuditEvent): void {
    // A log that is closed meanwhile takes no more.
    this.open()
      .then(
        (log) => log.conclude(event),
        () => undefined,
      )
      .catch(() => undefined);
  }

  /** The entries, the oldest first, without looking whether somebody changed them; the vault stays shut. */
  read(range?: AuditRange, onUnreadable?: (line: AuditLine) => void): Generator<ReadEntry> {
    return readAudit(this.#state.home.audit, range, onUnreadable);
  }

  /**
   * Looks whether somebody changed anything.
   *
   * @throws ProblemError VAULT_LOCKED, VAULT_DAMAGED
   */
  async verify(): Promise<AuditReport> {
    const { database, home } = this.#state;
    if (isEmptyAudit(home.audit, database)) return { isIntact: true, entries: 0, files: 0, findings: [] };
    return (await this.open()).verify();
  }

  async close(): Promise<void> {
    const log = await this.#log?.catch(() => undefined);
    await log?.close();
  }

  async #open(): Promise<AuditLog> {
    const vault = await this.#door.open();
    const { database, home } = this.#state;
    return new AuditLog({ folder: home.audit, database, key: vault.deriveKey('audit'), now: this.#now });
  }
}
