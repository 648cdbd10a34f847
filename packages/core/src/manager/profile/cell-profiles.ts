import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourcePositions } from '../../validation/index.js';
import type { ProfileOptions } from '../manager-options.js';
import { nameSources } from './name-sources.js';

/**
 * The CPU profiles of the cells of one plugin. A cell leaves its own in a folder that nobody else can write to, since it follows
 * links; from there the host takes it to where the user wants it.
 */
export class CellProfiles {
  readonly #options: ProfileOptions;
  readonly #sourceMap: () => Uint8Array | undefined;
  #drafts: string | undefined;

  constructor(options: ProfileOptions, sourceMap: () => Uint8Array | undefined) {
    this.#options = options;
    this.#sourceMap = sourceMap;
  }

  /** The file for the profile of the next cell. */
  next(): string {
    this.#drafts ??= mkdtempSync(join(tmpdir(), 'bourse-profile-'));
    return join(this.#drafts, `${randomUUID()}.cpuprofile`);
  }

  /** Writes the profiles of the cells that have ended, with the positions of the sources. */
  finish(): void {
    const drafts = this.#drafts;
    if (drafts === undefined) return;
    this.#drafts = undefined;
    try {
      for (const name of readdirSync(drafts)) {
        const positions = new SourcePositions(this.#sourceMap());
        const text = nameSources(readFileSync(join(drafts, name), 'utf8'), positions);
        this.#options.onWritten(this.#write(text));
      }
    } finally {
      rmSync(drafts, { recursive: true, force: true });
    }
  }

  /** @returns the file, which is none that was there already, nor what a link leads to */
  #write(text: string): string {
    const { folder, pluginId } = this.#options;
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? pluginId : `${pluginId}-${number}`;
      const file = join(folder, `${name}.cpuprofile`);
      if (isNewlyWritten(file, text)) return file;
    }
  }
}

function isNewlyWritten(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
