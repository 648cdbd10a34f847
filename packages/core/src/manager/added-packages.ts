import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '../interfaces/index.js';
import type { PackageContent } from '../manifest/index.js';
import { makeFolder, removeLeftovers, type HostDatabase } from '../store/index.js';
import type { Home } from './home.js';

/** The folder of packages that the user added, one folder each, by id. */
export class AddedPackages {
  readonly #home: Home;
  readonly #database: HostDatabase;

  constructor(home: Home, database: HostDatabase) {
    this.#home = home;
    this.#database = database;
  }

  /**
   * Writes the files of a package; the folder appears as a whole, in the place of an earlier one.
   *
   * @param remember Writes down, in the same transaction, what is to be known of the package.
   * @throws ProblemError HOST_DATABASE_UNAVAILABLE where they cannot be written
   */
  async put(id: string, files: PackageContent['files'], remember: () => void): Promise<void> {
    removeLeftovers(this.#home.drafts);
    const draft = this.#newDraft();
    try {
      for (const [path, bytes] of files) writeBelow(draft, path, bytes);
      makeFolder(this.#home.plugins);
      // One host at a time exchanges folders.
      await this.#database.write(() => {
        remember();
        this.#exchange(draft, join(this.#home.plugins, id));
      });
    } catch (cause) {
      throw cause instanceof ProblemError ? cause : notWritten(cause);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }

  /** Removes the package that was found in `root`. Of a link only the link goes, not what it leads to. */
  remove(id: string, root: string): void {
    const isOurs = dirname(root) === realpathSync(this.#home.plugins);
    rmSync(isOurs ? root : join(this.#home.plugins, id), { recursive: true, force: true });
  }

  /** Drafts stand apart, so that no host takes one for a plugin. */
  #newDraft(): string {
    return join(this.#home.drafts, randomUUID());
  }

  #exchange(draft: string, target: string): void {
    const former = this.#newDraft();
    const hadFormer = existsSync(target);
    if (hadFormer) renameSync(target, former);
    try {
      renameSync(draft, target);
    } catch (error) {
      if (hadFormer) renameSync(former, target);
      throw error;
    }
    rmSync(former, { recursive: true, force: true });
  }
}

function notWritten(cause: unknown): ProblemError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ProblemError(
    { code: 'HOST_DATABASE_UNAVAILABLE', message: `The package cannot be stored: ${reason}` },
    { cause },
  );
}

function writeBelow(folder: string, path: string, bytes: Uint8Array): void {
  const file = join(folder, path);
  makeFolder(dirname(file));
  writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
}
