import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, type HostDatabase } from '../store/index.js';
import type { AuditEvent } from './audit-event.js';
import { AuditFile, auditFileName, type WriteSome } from './audit-files.js';
import type { AuditHead, AuditPosition } from './audit-head.js';
import { mendEnd, positionAfter, type Mend } from './resume.js';
import { chainEvent, type AuditKey } from './seal.js';

/** Size from which a file is left and the next one begun. */
const FILE_BYTES = 8 * 1024 * 1024;

/** How long entries may stay in the memory of the system before the disk has them, in milliseconds. */
const SYNC_MS = 1_000;

/** What the end of the log is written with. */
export interface AuditTailOptions {
  readonly folder: string;
  readonly database: HostDatabase;
  readonly key: AuditKey;
  readonly head: AuditHead;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fileBytes?: number | undefined;
  readonly writeSome?: WriteSome | undefined;
}

/** An event, and when it was. */
export interface DatedEvent {
  readonly event: AuditEvent;
  readonly at: string;
}

/** The end of the log, where this host writes among others: in the last file and in the head, and soon on the disk. */
export class AuditTail {
  readonly #folder: string;
  readonly #database: HostDatabase;
  readonly #key: AuditKey;
  readonly #head: AuditHead;
  readonly #now: () => number;
  readonly #fileBytes: number;
  readonly #writeSome: WriteSome | undefined;
  #written: AuditPosition | undefined;
  /** The file that was written to last. */
  #present: { readonly number: number; readonly file: AuditFile } | undefined;
  #synced = 0;
  #syncTimer: NodeJS.Timeout | undefined;

  constructor({ folder, database, key, head, now, fileBytes, writeSome }: AuditTailOptions) {
    this.#folder = folder;
    this.#database = database;
    this.#key = key;
    this.#head = head;
    this.#now = now;
    this.#fileBytes = fileBytes ?? FILE_BYTES;
    this.#writeSome = writeSome;
  }

  /** Gives entries to the system, in a write of host.db; the disk has them a moment later. */
  async append(events: readonly DatedEvent[]): Promise<void> {
    this.#written = await this.#database.write(() => this.#write(events));
    this.#syncTimer ??= setTimeout(() => void this.#sync(), SYNC_MS).unref();
  }

  /** Has the disk take what was written. */
  async close(): Promise<void> {
    clearTimeout(this.#syncTimer);
    await this.#sync();
    const written = this.#written;
    if (written !== undefined) await this.#confirmSynced(written).catch(() => undefined);
    this.#present?.file[Symbol.dispose]();
    this.#present = undefined;
  }

  /** In one transaction: the lines first, then the head, so that no head is ever ahead of its lines. */
  #write(events: readonly DatedEvent[]): AuditPosition {
    const { position, mends } = positionAfter(this.#folder, this.#head.read());
    const next = this.#isFull(position) ? this.#leave(position) : position;
    const file = this.#open(next.file);
    const resumed = mendEnd(this.#folder, file, next);
    const written = this.#appendTo(file, resumed.position, [...mends, ...resumed.mends], events);
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
    events: readonly DatedEvent[],
  ): AuditPosition {
    const now = new Date(this.#now()).toISOString();
    const all = [...mends.map((event) => ({ event, at: now })), ...events];
    let { sequence, hash: previous } = position;
    const lines: string[] = [];
    for (const { event, at } of all) {
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
