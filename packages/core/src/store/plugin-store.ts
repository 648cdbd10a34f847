import { hash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '../interfaces/index.js';
import { makeFolder } from './make-folder.js';
import { removeLeftovers } from './remove-leftovers.js';

/** The name that a plugin's manifest has in the store, apart from all paths of its files. */
const MANIFEST = 'manifest.json';

/** The files of a plugin as they were read, hashed and approved. */
export interface StoredFiles {
  readonly manifest: Uint8Array;
  /** Script, source map and assets by their paths in the package. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Copies of approved plugins by digest, below one folder. Cells are fed from here alone. What is stored never changes,
 * and is hashed again whenever it is read.
 */
export class PluginStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Tells whether the store has a plugin, with its manifest as it was approved. */
  has(digest: string): boolean {
    return this.#find(digest, MANIFEST, digest) !== undefined;
  }

  /** Tells whether the store has a file of a plugin as it was approved. */
  isIntact(digest: string, fileDigest: string): boolean {
    return this.#find(digest, fileName(fileDigest), fileDigest) !== undefined;
  }

  /**
   * Stores a plugin; the folder appears under its digest as a whole or not at all. A stored copy that was damaged is
   * replaced.
   *
   * @throws ProblemError HOST_DATABASE_UNAVAILABLE where it cannot be written
   */
  add(digest: string, { manifest, files }: StoredFiles): void {
    const names = new Map([...files.values()].map((content) => [digestOfBytes(content), content]));
    const isStored = (): boolean =>
      this.has(digest) && [...names.keys()].every((fileDigest) => this.isIntact(digest, fileDigest));
    if (isStored()) return;
    const target = this.#folderOf(digest);
    removeLeftovers(this.#folder);
    const draft = draftOf(target);
    try {
      writeFile(join(draft, MANIFEST), manifest);
      for (const [fileDigest, content] of names) writeFile(join(draft, fileName(fileDigest)), content);
      // Another host may store it meanwhile; only a damaged copy is taken away.
      if (existsSync(target) && !isStored()) rmSync(target, { recursive: true, force: true });
      renameSync(draft, target);
    } catch (cause) {
      rmSync(draft, { recursive: true, force: true });
      if (!isStored()) throw notWritten(target, cause);
    }
  }

  /** Takes a plugin out; the folder goes as a whole. What cannot be removed stays. */
  remove(digest: string): void {
    const target = this.#folderOf(digest);
    const removed = draftOf(target);
    try {
      renameSync(target, removed);
      rmSync(removed, { recursive: true, force: true });
    } catch {
      // It is not there, or cannot be written.
    }
  }

  /** @throws ProblemError DIGEST_MISMATCH where the stored manifest is missing or not the one that was approved. */
  readManifest(digest: string): Uint8Array {
    return this.#read(digest, MANIFEST, digest);
  }

  /** @throws ProblemError DIGEST_MISMATCH where the stored file is missing or not the one that the manifest names. */
  readFile(digest: string, fileDigest: string): Uint8Array {
    return this.#read(digest, fileName(fileDigest), fileDigest);
  }

  #read(digest: string, name: string, expected: string): Uint8Array {
    const content = this.#find(digest, name, expected);
    if (content !== undefined) return content;
    throw new ProblemError({
      code: 'DIGEST_MISMATCH',
      message: 'A file of the plugin is missing in the store, or was changed there.',
      remedy: 'Approve the plugin again.',
      place: { file: join(this.#folderOf(digest), name) },
    });
  }

  #find(digest: string, name: string, expected: string): Uint8Array | undefined {
    const content = readOrUndefined(join(this.#folderOf(digest), name));
    return content !== undefined && digestOfBytes(content) === expected ? content : undefined;
  }

  #folderOf(digest: string): string {
    return join(this.#folder, fileName(digest));
  }
}

/** `sha256:` and the digest of some bytes in hexadecimal. */
export function digestOfBytes(content: Uint8Array): string {
  return `sha256:${hash('sha256', content, 'hex')}`;
}

/** A name that {@link removeLeftovers} knows, for what is not or no longer stored as a whole. */
function draftOf(target: string): string {
  return `${target}.${randomUUID()}`;
}

function fileName(digest: string): string {
  return digest.replace(':', '-');
}

function notWritten(path: string, cause: unknown): ProblemError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ProblemError(
    {
      code: 'HOST_DATABASE_UNAVAILABLE',
      message: `The plugin cannot be stored: ${reason}`,
      place: { file: path },
    },
    { cause },
  );
}

function writeFile(path: string, content: Uint8Array): void {
  makeFolder(dirname(path));
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
  try {
    for (let written = 0; written < content.length;) written += writeSync(file, content, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(path, 0o400);
}

function readOrUndefined(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
