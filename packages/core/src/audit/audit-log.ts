import type { HostDatabase } from '../store/index.js';
import { AuditEventSchema, type AuditEvent } from './audit-event.js';
import type { WriteSome } from './audit-files.js';
import { AuditHead } from './audit-head.js';
import { unavailable } from './audit-problem.js';
import { AuditTail, type DatedEvent } from './audit-tail.js';
import { AuditKey } from './seal.js';
import { verifyAudit, type AuditReport } from './verify-audit.js';

/** How long what is only read may wait to be written together with others, in milliseconds. */
const NOTE_MS = 20;

/** Until entries that could not be written are tried again, in milliseconds. */
const RETRY_MS = 1_000;

export interface AuditLogOptions {
  readonly folder: string;
  readonly database: HostDatabase;
  /** From the vault: `deriveKey('audit')`. */
  readonly key: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Lower for tests. */
  readonly fileBytes?: number;
  /** For tests alone: a disk that is full. */
  readonly writeSome?: WriteSome;
}

interface Waiting extends DatedEvent {
  /** Whoever waits until it is written; where nobody does, it is kept until it can be. */
  readonly asker?: { readonly resolve: () => void; readonly reject: (reason: Error) => void };
}

/**
 * What plugins and hosts did, for ever: lines of JSON, each with the hash of the one before, and the end of it in host.db
 * with a seal that only the vault can make. Any number of hosts write to it, each entry in a write of host.db.
 *
 * An entry that is confirmed has been given to the system, so that killing the host loses none. The disk has it a second
 * later, or when a file is full or the log is closed; a failure of power can lose that second, and is told from a cut.
 * What is only noted is written with others a moment later; killing the host loses that moment.
 */
export class AuditLog {
  readonly #folder: string;
  readonly #database: HostDatabase;
  readonly #key: AuditKey;
  readonly #head: AuditHead;
  readonly #tail: AuditTail;
  readonly #now: () => number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  /** The last write failed: nothing is begun on credit until one succeeds. */
  #isFailing = false;
  #noteTimer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor({ folder, database, key, now = Date.now, fileBytes, writeSome }: AuditLogOptions) {
    this.#folder = folder;
    this.#database = database;
    this.#key = new AuditKey(key);
    this.#head = new AuditHead(database, this.#key);
    this.#tail = new AuditTail({
      ...{ folder, database, now, fileBytes, writeSome },
      key: this.#key,
      head: this.#head,
    });
    this.#now = now;
  }

  /**
   * Writes an entry; done when it is written. Those of one turn of the event loop are written together.
   *
   * @throws ProblemError AUDIT_UNAVAILABLE: what cannot be written down must not be done
   */
  async append(event: AuditEvent): Promise<void> {
    const entry = this.#check(event);
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ ...entry, asker: { resolve, reject } });
      this.#writing ??= this.#writeAll();
    });
  }

  /**
   * Takes the beginning of something that changes nothing; it is written soon, together with others. Where a write is
   * on its way or the last one failed, it is done when it is written, so that no more than a moment is ever owed.
   *
   * @throws ProblemError AUDIT_UNAVAILABLE
   */
  async note(event: AuditEvent): Promise<void> {
    if (this.#isFailing || this.#writing !== undefined) return this.append(event);
    this.conclude(event);
  }

  /**
   * Takes what came of something: it has happened, so its entry is kept until it can be written.
   *
   * @throws ProblemError AUDIT_UNAVAILABLE for one that can never be
   */
  conclude(event: AuditEvent): void {
    this.#waiting.push(this.#check(event));
    this.#noteTimer ??= setTimeout(() => this.#writeNotes(), NOTE_MS);
  }

  /** Looks through everything that was ever written. */
  async verify(): Promise<AuditReport> {
    await this.#settle();
    return verifyAudit({ folder: this.#folder, database: this.#database, head: this.#head, key: this.#key });
  }

  /** Writes what waits and has the disk take it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#settle();
    await this.#tail.close();
    this.#key.close();
  }

  #check(event: AuditEvent): Waiting {
    const parsed = AuditEventSchema.safeParse(event);
    if (!parsed.success) throw unavailable(new Error('an entry has fields that none may have'));
    if (this.#isClosed) throw unavailable(new Error('it is closed'));
    return { event: parsed.data, at: new Date(this.#now()).toISOString() };
  }

  #writeNotes(): void {
    this.#noteTimer = undefined;
    this.#writing ??= this.#writeAll();
  }

  /** Writes what waits, as far as it can be written. */
  async #settle(): Promise<void> {
    clearTimeout(this.#noteTimer);
    this.#noteTimer = undefined;
    this.#writing ??= this.#writeAll();
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    do {
      await endOfTurn();
      await this.#writeBatch(this.#waiting.splice(0));
    } while (this.#waiting.length > 0 && (!this.#isFailing || this.#waiting.some(({ asker }) => asker)));
    this.#writing = undefined;
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      await this.#tail.append(batch);
      this.#isFailing = false;
    } catch (error) {
      return this.#fail(batch, unavailable(error));
    }
    for (const { asker } of batch) asker?.resolve();
  }

  /** Entries that somebody waits for are given up; the others are tried again. */
  #fail(batch: readonly Waiting[], problem: Error): void {
    this.#isFailing = true;
    this.#waiting.unshift(...batch.filter(({ asker }) => asker === undefined));
    if (this.#waiting.length > 0 && !this.#isClosed)
      this.#noteTimer ??= setTimeout(() => this.#writeNotes(), RETRY_MS).unref();
    for (const { asker } of batch) asker?.reject(problem);
  }
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
