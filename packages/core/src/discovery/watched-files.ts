import type { FolderFiles } from '../manifest/folder-files.js';
import type { PluginFiles } from '../manifest/plugin-files.js';
import type { FileReading } from '../manifest/read-file.js';
import type { Lookup } from './discovery-cache.js';

/** Files of a folder, each read once, that remember what was looked for. */
export class WatchedFiles implements PluginFiles {
  readonly #files: FolderFiles;
  readonly #readings = new Map<string, FileReading>();

  constructor(files: FolderFiles) {
    this.#files = files;
  }

  nameOf(path: string): string {
    return this.#files.nameOf(path);
  }

  read(path: string, limit: number): FileReading {
    const known = this.#readings.get(path);
    if (known !== undefined) return known;
    const reading = this.#files.read(path, limit);
    this.#readings.set(path, reading);
    return reading;
  }

  /** All lookups; undefined when one failed in a way that has to be tried again. */
  get lookups(): readonly Lookup[] | undefined {
    const lookups: Lookup[] = [];
    for (const [path, reading] of this.#readings) {
      if ('stamp' in reading) lookups.push([path, reading.stamp]);
      else if (reading.failure === 'MISSING') lookups.push([path, null]);
      else return undefined;
    }
    return lookups;
  }
}
