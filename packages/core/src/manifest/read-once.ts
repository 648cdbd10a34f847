import type { ContentReading, PluginFiles } from './plugin-files.js';

/** Files of which each is read once, however often it is asked for. */
export class ReadOnce<Reading extends ContentReading> implements PluginFiles<Reading> {
  readonly #files: PluginFiles<Reading>;
  readonly #readings = new Map<string, Reading>();

  constructor(files: PluginFiles<Reading>) {
    this.#files = files;
  }

  /** What was asked for so far, by path. */
  get readings(): ReadonlyMap<string, Reading> {
    return this.#readings;
  }

  nameOf(path: string): string {
    return this.#files.nameOf(path);
  }

  read(path: string, limit: number): Reading {
    const known = this.#readings.get(path);
    if (known !== undefined) return known;
    const reading = this.#files.read(path, limit);
    this.#readings.set(path, reading);
    return reading;
  }
}
