import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourcePositions } from '../../validation/index.js';
import type { ProfileOptions } from '../manager-options.js';
import { nameSources } from './name-sources.js';

/** The CPU profiles of the cells of one plugin. */
export class CellProfiles {
  readonly #options: ProfileOptions;
  readonly #sourceMap: () => Uint8Array | undefined;
  readonly #open = new Set<string>();

  constructor(options: ProfileOptions, sourceMap: () => Uint8Array | undefined) {
    this.#options = options;
    this.#sourceMap = sourceMap;
  }

  /** The file for the profile of the next cell; none that is there already. */
  next(): string {
    const { folder, pluginId } = this.#options;
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? pluginId : `${pluginId}-${number}`;
      const file = join(folder, `${name}.cpuprofile`);
      if (existsSync(file) || this.#open.has(file)) continue;
      this.#open.add(file);
      return file;
    }
  }

  /** Gives the profiles that were written since then the positions of the sources. */
  finish(): void {
    for (const file of [...this.#open].filter((path) => existsSync(path))) {
      this.#open.delete(file);
      const positions = new SourcePositions(this.#sourceMap());
      writeFileSync(file, nameSources(readFileSync(file, 'utf8'), positions));
      this.#options.onWritten(file);
    }
  }
}
