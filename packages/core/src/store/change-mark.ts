import { randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';

const MARK_BYTES = 8;

/**
 * A few bytes beside a database that are others after each write, so that whoever has read something learns at the cost
 * of a short read whether it may have changed. A host that is killed between a write and its mark, or finds the disk full,
 * leaves the old mark.
 */
export class ChangeMark {
  readonly #file: number;
  readonly #buffer = Buffer.alloc(MARK_BYTES);
  #isOpen = true;

  /** @throws an error of the file system */
  constructor(path: string) {
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  }

  /** Another value after each write of any host. */
  read(): bigint {
    // The number of a closed file may belong to another one by now.
    if (!this.#isOpen) throw new Error('the database is not open');
    readSync(this.#file, this.#buffer, 0, MARK_BYTES, 0);
    return this.#buffer.readBigUInt64LE();
  }

  /** What was written stays written where the mark cannot be. */
  change(): void {
    try {
      writeSync(this.#file, randomBytes(MARK_BYTES), 0, MARK_BYTES, 0);
    } catch {
      return;
    }
  }

  close(): void {
    this.#isOpen = false;
    closeSync(this.#file);
  }
}
