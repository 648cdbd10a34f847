import type { ContentReading, PluginFiles } from '../../manifest/plugin-files.js';

/** The files of a package that was unpacked in memory. */
export class ArchiveFiles implements PluginFiles {
  readonly #archive: string;
  readonly #entries: ReadonlyMap<string, Uint8Array>;

  constructor(archive: string, entries: ReadonlyMap<string, Uint8Array>) {
    this.#archive = archive;
    this.#entries = entries;
  }

  nameOf(path: string): string {
    return `${this.#archive}/${path}`;
  }

  read(path: string, limit: number): ContentReading {
    const bytes = this.#entries.get(path);
    if (bytes === undefined) return { failure: 'MISSING' };
    return bytes.byteLength > limit ? { failure: 'TOO_LARGE', size: bytes.byteLength } : { bytes };
  }
}
