import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { HEAD_BYTES } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { describeUnreadable } from './describe-unreadable.js';

/** Bytes that are read at once. */
const CHUNK_BYTES = 65_536;

/** A file of the user, open for reading. One that changes while it is read is refused: half of it would be another file. */
export class InputFile {
  /** The name without its folders. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** As many of the first bytes as signatures are compared with. */
  readonly head: Uint8Array;
  readonly #handle: FileHandle;
  readonly #status: BigIntStats;

  private constructor(path: string, opened: { handle: FileHandle; status: BigIntStats; head: Uint8Array }) {
    this.name = basename(path);
    this.size = Number(opened.status.size);
    this.head = opened.head;
    this.#handle = opened.handle;
    this.#status = opened.status;
  }

  /** @throws ProblemError INPUT_UNREADABLE, also for what is no file: a folder, a pipe, a device */
  static async open(path: string): Promise<InputFile> {
    try {
      expectFile(await stat(path, { bigint: true }));
      // A pipe that took the place of the file just now must not stop us.
      const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const status = await handle.stat({ bigint: true });
        expectFile(status);
        return new InputFile(path, { handle, status, head: await readHead(handle) });
      } catch (error) {
        await handle.close();
        throw error;
      }
    } catch (error) {
      throw describeUnreadable(error, basename(path));
    }
  }

  /** @returns SHA-256 of the content, in hexadecimal. @throws ProblemError INPUT_UNREADABLE */
  async digest(signal: AbortSignal): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of this.content()) {
      signal.throwIfAborted();
      hash.update(chunk);
    }
    return hash.digest('hex');
  }

  /**
   * The content from its beginning.
   *
   * @throws ProblemError INPUT_UNREADABLE where the file cannot be read, or has changed since it was opened
   */
  async *content(): AsyncGenerator<Uint8Array, void, void> {
    try {
      for (let position = 0; position < this.size;) {
        const { bytesRead, buffer } = await this.#handle.read(Buffer.allocUnsafe(CHUNK_BYTES), { position });
        if (bytesRead === 0) break;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
      this.#expectUnchanged(await this.#handle.stat({ bigint: true }));
    } catch (error) {
      throw describeUnreadable(error, this.name);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }

  #expectUnchanged({ size, mtimeNs, ctimeNs }: BigIntStats): void {
    const { size: formerSize, mtimeNs: formerMtime, ctimeNs: formerCtime } = this.#status;
    if (size === formerSize && mtimeNs === formerMtime && ctimeNs === formerCtime) return;
    throw new ProblemError({
      code: 'INPUT_UNREADABLE',
      message: 'The file changed while it was being read.',
      remedy: 'Wait until it is written, then try again.',
      place: { file: this.name },
    });
  }
}

function expectFile(status: BigIntStats): void {
  if (status.isFile()) return;
  const isFolder = status.isDirectory();
  throw new ProblemError({
    code: 'INPUT_UNREADABLE',
    message: isFolder ? 'This is a folder.' : 'This is no file but a pipe or a device.',
    remedy: isFolder ? 'Name the files in it.' : 'Save its content to a file first.',
  });
}

async function readHead(handle: FileHandle): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), { position: 0 });
  return buffer.subarray(0, bytesRead);
}
