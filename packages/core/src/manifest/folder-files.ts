import { lstatSync, type Stats } from 'node:fs';
import { sep } from 'node:path';
import { stampOf, type FileStamp } from './file-stamp.js';
import type { PluginFiles } from './plugin-files.js';
import { failureOf, readRegularFile, type FileReading, type ReadFailure } from './read-file.js';

/** The files of a package that lies in a folder. The folder itself may be reached by links; below it none is followed. */
export class FolderFiles implements PluginFiles<FileReading> {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  nameOf(path: string): string {
    return this.#root + sep + path;
  }

  read(path: string, limit: number): FileReading {
    const failure = this.#obstacleOn(path);
    return failure === undefined ? readRegularFile(this.nameOf(path), limit) : { failure };
  }

  /**
   * Looks at a file without opening it, to compare it with one that was read. The folders on its way are left out: a file
   * with the same stamp is the very same file, by whatever way it is reached.
   */
  look(path: string): FileStamp | ReadFailure {
    const stats = lookAt(this.nameOf(path));
    if (typeof stats === 'string') return stats;
    if (stats.isSymbolicLink()) return 'LINK';
    return stats.isFile() ? stampOf(stats) : 'NO_FILE';
  }

  /** What is in the way to a file: a folder of its path that is missing, a link or no folder. */
  #obstacleOn(path: string): ReadFailure | undefined {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      const stats = lookAt(this.nameOf(path.slice(0, end)));
      if (typeof stats === 'string') return stats;
      if (stats.isSymbolicLink()) return 'LINK';
    }
    return undefined;
  }
}

function lookAt(path: string): Stats | ReadFailure {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? 'MISSING';
  } catch (thrown) {
    return failureOf(thrown);
  }
}
