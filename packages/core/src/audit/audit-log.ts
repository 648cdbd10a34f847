import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, type HostDatabase } from '../store/index.js';
import { AuditEventSchema, type AuditEvent } from './audit-event.js';
import { AuditFile, auditFileName, type WriteSome } from './audit-files.js';
import { AuditHead, type AuditPosition } from './audit-head.js';
import { unavailable } from './audit-problem.js';
import { mendEnd, positionAfter, type Mend } from './resume.js';
import { AuditKey, chainEvent } from './seal.js';
import { verifyAudit, type AuditReport } from './verify-audit.js';

/** Size from which a file is left and the next one begun. */
const FILE_BYTES = 8 * 1024 * 1024;

/** How long entries may stay in the memory of the system before the disk has them, in milliseconds. */
const SYNC_MS = 1_000;

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

interface Waiting {
  readonly event: AuditEvent;
  readonly at: string;
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
  readonly #now: () => number;
  readonly #fileBytes: number;
  readonly #writeSome: WriteSome | undefined;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #written: AuditPosition | undefined;
  /** The file that was written to last. */
  #present: { readonly number: number; readonly file: AuditFile } | undefined;
  /** The last write failed: nothing is begun on credit until one succeeds. */
  #isFailing = false;
  #noteTimer: NodeJS.Timeout | undefined;
  #synced = 0;
  #syncTimer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor({ folder, database, key, now, fileBytes, writeSome }: AuditLogOptions) {
    this.#folder = folder;
    this.#database = database;
    this.#key = new AuditKey(key);
    this.#head = new AuditHead(database, this.#key);
    this.#now = now ?? Date.now;
    this.#fileBytes = fileBytes ?? FILE_BYTES;
    this.#writeSome = writeSome;
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
    clearTimeout(this.#syncTimer);
    await this.#settle();
    await this.#sync();
    const written = this.#written;
    if (written !== undefined) await this.#confirmSynced(written).catch(() => undefined);
    this.#present?.file[Symbol.dispose]();
    this.#present = undefined;
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
      this.#written = await this.#database.write(() => this.#write(batch));
      this.#isFailing = false;
    } catch (error) {
      return this.#fail(batch, unavailable(error));
    }
    for (const { asker } of batch) asker?.resolve();
    this.#syncTimer ??= setTimeout(() => void this.#sync(), SYNC_MS).unref();
  }

  /** Entries that somebody waits for are given up; the others are tried again. */
  #fail(batch: readonly Waiting[], problem: Error): void {
    this.#isFailing = true;
    this.#waiting.unshift(...batch.filter(({ asker }) => asker === undefined));
    if (this.#waiting.length > 0 && !this.#isClosed)
      this.#noteTimer ??= setTimeout(() => this.#writeNotes(), RETRY_MS).unref();
    for (const { asker } of batch) asker?.reject(problem);
  }

  /** In one transaction: the lines first, then the head, so that no head is ever ahead of its lines. */
  #write(batch: readonly Waiting[]): AuditPosition {
    const { position, mends } = positionAfter(this.#folder, this.#head.read());
    const next = this.#isFull(position) ? this.#leave(position) : position;
    const file = this.#open(next.file);
    const resumed = mendEnd(this.#folder, file, next);
    const written = this.#appendTo(file, resumed.position, [...mends, ...resumed.mends], batch);
    this.#head.write(written);
    return written;
  }

  /** A file stays open from one write to the next. */
  #open(number: number): AuditFile {
    if (this.#present?.number === number && this.#present.file.isInPlace) return this.#present.file;
    this.#present?.file[Symbol.dispose]();
    this.#present = undefined;
    makeFolder(this.#folder);
    const file = new AuditFile(this.#folder, number, this.#writeSome);
    this.#present = { number, file };
    return file;
  }

  #isFull({ size }: AuditPosition): boolean {
    return size >= this.#fileBytes;
  }

  /** Ends a file; its last bytes are looked at once more. */
  #leave(position: AuditPosition): AuditPosition {
    using file = new AuditFile(this.#folder, position.file);
    if (file.size !== position.size) return position;
    file.sync();
    return { ...position, file: position.file + 1, size: 0, synced: position.sequence };
  }

  #appendTo(
    file: AuditFile,
    position: AuditPosition,
    mends: readonly Mend[],
    batch: readonly Waiting[],
  ): AuditPosition {
    const now = new Date(this.#now()).toISOString();
    const events = [...mends.map((event) => ({ event, at: now })), ...batch];
    let { sequence, hash: previous } = position;
    const lines: string[] = [];
    for (const { event, at } of events) {
      sequence += 1;
      const { line, hash } = chainEvent(event, { sequence, at, previous }, this.#key);
      lines.push(line);
      previous = hash;
    }
    file.append(lines.join(''));
    const synced = Math.max(position.synced, Math.min(this.#synced, position.sequence));
    return { sequence, hash: previous, file: position.file, size: file.size, synced };
  }

  async #sync(): Promise<void> {
    this.#syncTimer = undefined;
    const written = this.#written;
    if (written === undefined) return;
    try {
      await using file = await open(join(this.#folder, auditFileName(written.file)), 'r+');
      await file.datasync();
      this.#synced = written.sequence;
    } catch {
      // The next one tries again; until then the head tells that the disk may lack the last entries.
    }
  }

  /** Tells in the head that the disk has all that was written, unless another host has written since. */
  async #confirmSynced(written: AuditPosition): Promise<void> {
    await this.#database.write(() => {
      const found = this.#head.read();
      if (found?.isConfirmed !== true || found.position.hash !== written.hash) return;
      this.#head.write({ ...found.position, synced: Math.min(this.#synced, written.sequence) });
    });
  }
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
