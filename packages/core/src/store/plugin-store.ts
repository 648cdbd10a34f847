import { hash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '../interfaces/index.js';

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

  has(digest: string): boolean {
    return existsSync(join(this.#folderOf(digest), MANIFEST));
  }

  /** Stores a plugin; the folder appears under its digest as a whole or not at all. */
  add(digest: string, { manifest, files }: StoredFiles): void {
    if (this.has(digest)) return;
    const target = this.#folderOf(digest);
    const draft = `${target}.${randomUUID()}`;
    try {
      writeFile(join(draft, MANIFEST), manifest);
      for (const content of files.values()) writeFile(join(draft, fileName(digestOfBytes(content))), content);
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (this.has(digest)) return;
      throw error;
    }
  }

  /** @throws ProblemError DIGEST_MISMATCH where the stored manifest is missing or not the one that was approved. */
  readManifest(digest: string): Uint8Array {
    return this.#read(digest, MANIFEST, digest);
  }

  hasFile(digest: string, fileDigest: string): boolean {
    return existsSync(join(this.#folderOf(digest), fileName(fileDigest)));
  }

  /** @throws ProblemError DIGEST_MISMATCH where the stored file is missing or not the one that the manifest names. */
  readFile(digest: string, fileDigest: string): Uint8Array {
    return this.#read(digest, fileName(fileDigest), fileDigest);
  }

  #read(digest: string, name: string, expected: string): Uint8Array {
    const path = join(this.#folderOf(digest), name);
    const content = readOrUndefined(path);
    if (content !== undefined && digestOfBytes(content) === expected) return content;
    throw new ProblemError({
      code: 'DIGEST_MISMATCH',
      message:
        content === undefined
          ? 'A file of the plugin is missing in the store.'
          : 'A file of the plugin was changed in the store.',
      remedy: 'Approve the plugin again.',
      place: { file: path },
    });
  }

  #folderOf(digest: string): string {
    return join(this.#folder, fileName(digest));
  }
}

/** `sha256:` and the digest of some bytes in hexadecimal. */
export function digestOfBytes(content: Uint8Array): string {
  return `sha256:${hash('sha256', content, 'hex')}`;
}

function fileName(digest: string): string {
  return digest.replace(':', '-');
}

function writeFile(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
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
