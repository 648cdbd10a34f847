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
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/**
 * What plugins and hosts did, for ever: lines of JSON, each with the hash of the one before, and the end of it in host.db
 * with a seal that only the vault can make. Any number of hosts write to it, each entry in a write of host.db.
 *
 * An entry that is confirmed has been given to the system, so that killing the host loses none. The disk has it a second
 * later, or when a file is full or the log is closed; a failure of power can lose that second, and is told from a cut.
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
  append(event: AuditEvent): Promise<void> {
    const parsed = AuditEventSchema.safeParse(event);
    if (!parsed.success)
      return Promise.reject(unavailable(new Error('an entry has fields that none may have')));
    if (this.#isClosed) return Promise.reject(unavailable(new Error('it is closed')));
    const at = new Date(this.#now()).toISOString();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ event: parsed.data, at, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Looks through everything that was ever written. */
  verify(): Promise<AuditReport> {
    return verifyAudit({ folder: this.#folder, database: this.#database, head: this.#head, key: this.#key });
  }

  /** Writes what waits and has the disk take it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#syncTimer);
    await this.#writing;
    await this.#sync();
    const written = this.#written;
    if (written !== undefined) await this.#confirmSynced(written).catch(() => undefined);
    this.#present?.file[Symbol.dispose]();
    this.#present = undefined;
    this.#key.close();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await endOfTurn();
      await this.#writeBatch(this.#waiting.splice(0));
    }
    this.#writing = undefined;
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      this.#written = await this.#database.write(() => this.#write(batch));
    } catch (error) {
      const problem = unavailable(error);
      for (const { reject } of batch) reject(problem);
      return;
    }
    for (const { resolve } of batch) resolve();
    this.#syncTimer ??= setTimeout(() => void this.#sync(), SYNC_MS).unref();
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
