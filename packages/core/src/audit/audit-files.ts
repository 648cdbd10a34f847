import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Number of a file of the log, 1 for the first, in its name. */
const NAME = /^audit-(\d{8})\.jsonl$/;

export function auditFileName(number: number): string {
  return `audit-${String(number).padStart(8, '0')}.jsonl`;
}

/** Numbers of the files of the log, in order; none where nothing was ever written. */
export function auditFileNumbers(folder: string): number[] {
  return namesIn(folder)
    .flatMap((name) => {
      const digits = NAME.exec(name)?.[1];
      return digits === undefined ? [] : [Number(digits)];
    })
    .sort((left, right) => left - right);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The code of an error of the system; such errors are no instances of this realm's classes everywhere. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Writes some of the bytes behind `offset` to a file, and tells how many. */
export type WriteSome = (descriptor: number, bytes: Buffer, offset: number) => number;

/** One file of the log while it is open. */
export class AuditFile implements Disposable {
  readonly #path: string;
  readonly #descriptor: number;
  readonly #writeSome: WriteSome;

  /** Never through a link: what is appended must land in the folder of the log. */
  constructor(folder: string, number: number, writeSome: WriteSome = writeSync) {
    this.#writeSome = writeSome;
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);
    this.#path = join(folder, auditFileName(number));
    this.#descriptor = openSync(this.#path, flags, 0o600);
  }

  /** Whether what stands under its name is still this file: somebody may have moved or replaced it. */
  get isInPlace(): boolean {
    const found = lstatSync(this.#path, { throwIfNoEntry: false });
    const { dev, ino } = fstatSync(this.#descriptor);
    return found?.ino === ino && found.dev === dev;
  }

  get size(): number {
    return fstatSync(this.#descriptor).size;
  }

  /** Appends all of it, or cuts off what was appended and throws. */
  append(text: string): void {
    const bytes = Buffer.from(text);
    const before = this.size;
    try {
      for (let written = 0; written < bytes.length;)
        written += this.#writeSome(this.#descriptor, bytes, written);
    } catch (error) {
      this.cut(before);
      throw error;
    }
  }

  /** @param end Behind the last byte. */
  read(start: number, end: number): Buffer {
    const bytes = Buffer.alloc(Math.max(0, end - start));
    const length = readSync(this.#descriptor, bytes, 0, bytes.length, start);
    return bytes.subarray(0, length);
  }

  cut(size: number): void {
    ftruncateSync(this.#descriptor, size);
  }

  /** Waits until the disk has it. */
  sync(): void {
    fdatasyncSync(this.#descriptor);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}
